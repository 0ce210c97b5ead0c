import { treeClassifier } from '../../local/adapters/classifier.ts';
import { describeClassifierContract } from './classifier.ts';
import { mlopsPorts } from './mlops-local.ts';

const rows = Array.from({ length: 40 }, (_, row) => ({ indices: [row % 2], values: [1] }));

async function makeAdapter() {
  const { trainer, models } = mlopsPorts();
  const labels = rows.map((_, row) => row % 2);
  const trees = await trainer.train({ rows, labels, classes: 2, features: 2, seed: 1 });
  const bundle = {
    version: '1',
    categories: ['a', 'b'],
    vectoriser: { version: 'v', blocks: [] },
    trees,
    calibration: { temperature: 1, rows: 0 },
    fields: { fields: {}, known: {} },
    dataSet: 'd',
  };
  await models.register(bundle, { accuracy: 1, macroF1: 1, documents: 0 });
  await models.approve('1', 'test');
  return treeClassifier({ models });
}

describeClassifierContract('treeClassifier', makeAdapter);
