import { gzipSync } from 'node:zlib';
import type { Gates } from '../../config/schema.ts';
import { encodeUbjson } from '../../lambda/domain/trees/encode-ubjson.ts';
import { fromLibsvm } from '../../lambda/domain/features/libsvm.ts';
import type { ModelBundle } from '../../lambda/domain/mlops/model-bundle.ts';
import { trainModel } from '../../lambda/domain/mlops/train-model.ts';
import { buildDataSet as mlopsBuildDataSetStep } from '../../lambda/domain/mlops/build-data-set.ts';
import { classifyDocument as mlopsClassifyDocumentStep } from '../../lambda/domain/mlops/classify-document.ts';
import { evaluateModel as mlopsEvaluateModelStep } from '../../lambda/domain/mlops/evaluate-model.ts';
import { extractFields as mlopsExtractFieldsStep } from '../../lambda/domain/mlops/extract-fields.ts';
import { featuriseDataSet as mlopsFeaturiseDataSetStep } from '../../lambda/domain/mlops/featurise-data-set.ts';
import { featuriseDocument as mlopsFeaturiseDocumentStep } from '../../lambda/domain/mlops/featurise-document.ts';
import { mlopsPorts } from '../contracts/mlops-local.ts';
import { smallCorpus } from '../domain/mlops/small-corpus.ts';
import { inFlow } from '../fixtures/in-flow.ts';

const mlopsBuildDataSet = inFlow(mlopsBuildDataSetStep);
const mlopsClassifyDocument = inFlow(mlopsClassifyDocumentStep);
const mlopsEvaluateModel = inFlow(mlopsEvaluateModelStep);
const mlopsExtractFields = inFlow(mlopsExtractFieldsStep);
const mlopsFeaturiseDataSet = inFlow(mlopsFeaturiseDataSetStep);
const mlopsFeaturiseDocument = inFlow(mlopsFeaturiseDocumentStep);

const tenant = 'acme';
const corpus = smallCorpus(60);
const labels = labelsNamed((index) => `d${index}`);

function labelsNamed(idOf: (index: number) => string) {
  return corpus.map(({ category, fields }, index) => ({
    documentId: idOf(index),
    category,
    fields,
  }));
}

async function preparedPorts(owner = tenant, named: { readonly documentId: string }[] = labels) {
  const ports = mlopsPorts();
  for (const [index, { text }] of corpus.entries()) {
    const content = {
      text,
      pages: 1,
      method: 'text',
      mediaType: 'text/plain',
      ocrConfidence: null,
    };
    const { documentId = '' } = named[index] ?? {};
    const key = { tenant: owner, documentId, name: 'text' } as const;
    const body = new TextEncoder().encode(JSON.stringify(content));
    await ports.documents.put(key, body, 'application/json');
  }
  return ports;
}

describe('the document steps with a trained model', () => {
  const ready = preparedPorts().then(async (ports) => {
    const trained = await trainModel(ports)({ tenant, labels, seed: 1 });
    return { ports, trained };
  });
  const event = { tenant, documentId: 'd0' };

  test('the held-out estimate passes the gates', async () => {
    expect((await ready).trained).toMatchObject({ evaluation: { passed: true }, reused: false });
  });

  test('a second training of the same data is reused', async () => {
    const { ports, trained } = await ready;
    const again = await trainModel(ports)({ tenant, labels, seed: 1 });
    expect([again.reused, again.bundle.version]).toEqual([true, trained.bundle.version]);
  });

  test('another tenant whose ids sort otherwise trains the same model', async () => {
    const named = labelsNamed((index) => `x${(index * 7_919) % 997}`);
    const ports = await preparedPorts('other', named);
    const { bundle } = await trainModel(ports)({ tenant: 'other', labels: named, seed: 1 });
    const learned = ({ trees, companions, calibration, fields }: ModelBundle) => [
      trees,
      companions,
      calibration,
      fields,
    ];
    expect(learned(bundle)).toEqual(learned((await ready).trained.bundle));
  });

  test('a document is featurised, then classified', async () => {
    const { ports } = await ready;
    await mlopsFeaturiseDocument(ports)(event);
    const { category, alternatives } = await mlopsClassifyDocument(ports)(event);
    expect([category, alternatives[0]?.category]).toEqual(['invoice', 'invoice']);
  });

  test('fields are extracted with their places', async () => {
    const { ports } = await ready;
    const { fields } = await mlopsExtractFields(ports)({ ...event, category: 'invoice' });
    expect(fields['total_amount']?.value).toBe(corpus[0]?.fields['total_amount']);
  });

  test('a document that was not featurised cannot be classified', async () => {
    const { ports } = await ready;
    const missing = mlopsClassifyDocument(ports)({ tenant, documentId: 'd1' });
    await expect(missing).rejects.toMatchObject({ name: 'NotFoundError' });
  });

  test('an event with an unknown key is refused', async () => {
    const { ports } = await ready;
    await expect(mlopsFeaturiseDocument(ports)({ ...event, extra: 1 })).rejects.toThrow('extra');
  });
});

describe('the steps of the training pipeline', () => {
  async function featurised() {
    const ports = await preparedPorts();
    const lines = labels.map((label) => JSON.stringify(label)).join('\n');
    const labelsPath = 'data-sets/labels.jsonl';
    await ports.artefacts.put(labelsPath, new TextEncoder().encode(lines), 'application/jsonl');
    const built = await mlopsBuildDataSet(ports)({ tenant, labelsPath, seed: 1 });
    const set = await mlopsFeaturiseDataSet(ports)({ dataSet: built.dataSet });
    return { ports, built, set };
  }

  test('the same labels give the same data set', async () => {
    const [one, other] = [await featurised(), await featurised()];
    expect(one.built.dataSet).toBe(other.built.dataSet);
  });

  test('every document is in exactly one part', async () => {
    const { ports, built } = await featurised();
    const read = async (part: 'train' | 'validation') => {
      const bytes = await ports.artefacts.get(`data-sets/${built.dataSet}/${part}/data.libsvm`);
      return fromLibsvm(new TextDecoder().decode(bytes)).length;
    };
    expect((await read('train')) + (await read('validation'))).toBe(corpus.length);
  });

  const evaluated = async (gates: Partial<Gates>) => {
    const { ports, set } = await featurised();
    const train = async (uri: string, name: string) => {
      const path = `data-sets/${uri.split('/data-sets/')[1]}` as const;
      const rows = fromLibsvm(new TextDecoder().decode(await ports.artefacts.get(path)));
      const trees = await ports.trainer.train({
        rows: rows.map(({ vector }) => vector),
        labels: rows.map(({ label }) => label),
        classes: Number(set.classes),
        features: 10_000,
        seed: 1,
      });
      const target = `models/${name}/model.tar.gz` as const;
      await ports.artefacts.put(target, archiveOf(trees), 'application/gzip');
      return ports.artefacts.uri(target);
    };
    const candidateUri = await train(set.trainUri, 'candidate');
    const modelUri = await train(set.allUri, 'job');
    const gated = { ...ports, gates: { ...ports.gates, minAccuracy: 0, minMacroF1: 0, ...gates } };
    const event = { featureSet: set.featureSet, candidateUri, modelUri };
    return { ports, result: await mlopsEvaluateModel(gated)(event) };
  };

  test('a model of the container is evaluated, registered and can serve', async () => {
    const { ports, result } = await evaluated({});
    await ports.models.approve(result.version, 'ada');
    expect([result.passed, (await ports.models.serving()).version]).toEqual([
      'true',
      result.version,
    ]);
  });

  test.each([
    'minAccuracy',
    'minMacroF1',
  ] as const)('a model below %s is not registered', async (gate) => {
    const { ports, result } = await evaluated({ [gate]: 1.1 });
    expect(result.passed).toBe('false');
    await expect(ports.models.approve(result.version, 'ada')).rejects.toMatchObject({
      name: 'NotFoundError',
    });
  });

  test('the laptop goes on below the gates with a model that is marked', async () => {
    const ports = await preparedPorts();
    const strict = { ...ports, gates: { ...ports.gates, minAccuracy: 1.1 } };
    const { evaluation, bundle } = await trainModel(strict)({ tenant, labels, seed: 1 });
    const serving = await ports.models.serving();
    expect([evaluation.passed, serving.version]).toEqual([false, bundle.version]);
  });

  test('the laptop measures what the pipeline measures', async () => {
    const { ports, result } = await evaluated({});
    const { evaluation } = await trainModel(ports)({ tenant, labels, seed: 1 });
    expect([evaluation.accuracy, evaluation.macroF1]).toEqual([result.accuracy, result.macroF1]);
  });

  test('a model outside the artefact store is refused', async () => {
    const { ports, set } = await featurised();
    const uri = 's3://other/model.tar.gz';
    const event = { featureSet: set.featureSet, candidateUri: uri, modelUri: uri };
    await expect(mlopsEvaluateModel(ports)(event)).rejects.toThrow('models must lie below');
  });
});

/** `model.tar.gz` as a training job leaves it. */
function archiveOf(trees: unknown): Uint8Array {
  const bytes = encodeUbjson(trees);
  const header = new Uint8Array(512);
  header.set(new TextEncoder().encode('xgboost-model'), 0);
  header.set(new TextEncoder().encode(bytes.length.toString(8).padStart(11, '0')), 124);
  return gzipSync(Buffer.concat([header, bytes, new Uint8Array(1_024)]));
}
