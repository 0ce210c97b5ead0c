import { servingClassifier } from '../../lambda/adapters/classifier.ts';
import { sageMakerClassifier } from '../../lambda/adapters/classifier-sage-maker.ts';
import { fitCalibration } from '../../lambda/domain/mlops/calibration.ts';
import { treeClassifier } from '../../local/adapters/classifier.ts';
import { type Reply, type SentRequest, type StandIn, startStandIn } from '../adapters/stand-in.ts';
import { describeClassifierContract } from './classifier.ts';
import { mlopsPorts } from './mlops-local.ts';

const rows = Array.from({ length: 40 }, (_, row) => ({ indices: [row % 2], values: [1] }));

const terms = { terms: [], frequencies: [], documents: 0 };
const vectoriser = {
  version: 'v',
  headCharacters: 1_000,
  head: terms,
  titles: terms,
  whole: terms,
  structure: ['a', 'b'],
};
const nothing = { classes: 2, columns: [], weights: [[], []], intercepts: [0, 0] };

/** A registry in which a small model serves. */
async function makeModels() {
  const { trainer, models } = mlopsPorts();
  const labels = rows.map((_, row) => row % 2);
  const trees = await trainer.train({ rows, labels, classes: 2, features: 2, seed: 1 });
  const bundle = {
    version: '1',
    categories: ['a', 'b'],
    vectoriser,
    trees,
    companions: { words: nothing, structure: nothing },
    calibration: fitCalibration([]),
    fields: { fields: {}, known: {}, relations: [] },
    dataSet: 'd',
  };
  await models.register(bundle, { accuracy: 1, macroF1: 1, documents: 0, passed: true });
  await models.approve('1', 'test');
  return { models };
}

describeClassifierContract('treeClassifier', async () => treeClassifier(await makeModels()));

describeClassifierContract('treeClassifier in Lambda', async () => {
  const { models } = await makeModels();
  return servingClassifier({ servingKind: 'lambda', models });
});

const endpoints: StandIn[] = [];
afterEach(async () => {
  for (const endpoint of endpoints.splice(0)) await endpoint.close();
});
const startEndpoint = async (reply: (request: SentRequest) => Reply) => {
  const endpoint = await startStandIn(reply);
  endpoints.push(endpoint);
  return endpoint;
};

describeClassifierContract('sageMakerClassifier', async () => {
  const { client } = await startEndpoint(({ body }) => ({
    headers: { 'content-type': 'application/json', 'x-amzn-invoked-production-variant': 'main' },
    body: containerReply(body.includes(' 1:1') ? [0.1, 0.9] : [0.9, 0.1]),
  }));
  return sageMakerClassifier({ servingEndpoint: 'classifier', client });
});

test('sends a libsvm row whose first token is a label', async () => {
  const endpoint = await startEndpoint(() => ({ body: containerReply([0.5, 0.5]) }));
  const classifier = sageMakerClassifier({
    servingEndpoint: 'classifier',
    client: endpoint.client,
  });
  await classifier.score({ indices: [3, 41], values: [0.25, 1] });
  expect(endpoint.sent[0]?.body).toBe('0 3:0.25 41:1');
});

test.each([
  ['a class instead of probabilities', 'invoice'],
  ["the container's quoted CSV", '"[0.9, 0.1]"'],
  ['one number', containerReply([0.9])],
  ['two rows', '{"predictions":[{"probabilities":[1,0]},{"probabilities":[0,1]}]}'],
])('an endpoint that replies %s is named with what it must be', async (_what, body) => {
  const { client } = await startEndpoint(() => ({ body }));
  const classifier = sageMakerClassifier({ servingEndpoint: 'classifier', client });
  await expect(classifier.score({ indices: [], values: [] })).rejects.toThrow('multi:softprob');
});

test('asks for JSON: the container quotes a list in CSV', async () => {
  const endpoint = await startEndpoint(() => ({ body: containerReply([0.5, 0.5]) }));
  const classifier = sageMakerClassifier({
    servingEndpoint: 'classifier',
    client: endpoint.client,
  });
  await classifier.score({ indices: [], values: [] });
  expect(endpoint.sent[0]?.headers.accept).toBe('application/json');
});

/** As container 3.0-5 writes one row of selected probabilities. */
function containerReply(probabilities: readonly number[]): string {
  return JSON.stringify({ predictions: [{ probabilities }] });
}
