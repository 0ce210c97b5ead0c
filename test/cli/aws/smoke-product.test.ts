import { productApi } from '../../../lambda/adapters/operator/product-api.ts';
import { type Smoked, smokeProduct, type Stage } from '../../../cli/aws/smoke-product.ts';
import { type Reply, type StandIn, startStandIn } from '../../adapters/stand-in.ts';

let api: StandIn | undefined;
afterEach(() => api?.close());

const DONE = { status: 'done', durationMs: 40 };
const WORKING: Readonly<Record<string, Reply>> = {
  'GET /settings': { body: { tenant: 'strata-smoke' } },
  'POST /documents': { status: 202, body: { documentId: 'd1', status: 'received' } },
  'GET /documents/d1': { body: { status: 'recorded', results: { mlops: DONE, llmops: DONE } } },
  'POST /ask': { body: { text: 'Within 30 days [1].', citations: [{}] } },
  'POST /ask/stream': { body: 'event: step\ndata: {}\n\nevent: done\ndata: {}\n\n' },
};

test('a product that works is driven through a document and a question', async () => {
  const stages = await smoked();
  expect(stages.filter(({ works }) => !works)).toEqual([]);
  expect(stages.map(({ stage }) => stage)).toEqual([
    'a person signs in',
    'the API admits them and nobody else',
    'a document is uploaded',
    'its flow ends',
    'the mlops side has a result',
    'the llmops side has a result',
    'a question is answered',
    'an answer is streamed',
  ]);
  expect(api?.sent.find(({ path }) => path.startsWith('/documents?'))?.body).toContain('30 days');
});

test('a side that is not deployed is not asked', async () => {
  const stages = await smoked({}, { sides: { mlops: true, llmops: false } });
  expect(stages.at(-1)).toMatchObject({ stage: 'the mlops side has a result', works: true });
});

test('a side that failed is told with its cause, and the rest is tried', async () => {
  const failed = { status: 'failed', error: { name: 'ModelUnavailableError' } };
  const results = { mlops: DONE, llmops: failed };
  const stages = await smoked({ 'GET /documents/d1': { body: { status: 'recorded', results } } });
  expect(stages.filter(({ works }) => !works)).toMatchObject([
    { stage: 'the llmops side has a result', seen: expect.stringContaining('ModelUnavailable') },
  ]);
  expect(stages).toHaveLength(8);
});

test.each([
  ['an open API', 'GET /settings', 'answers 200', 2],
  ['a refused upload', 'POST /documents', '413', 3],
] as const)('%s ends it', async (what, route, seen, count) => {
  const open = what === 'an open API';
  const stages = await smoked(open ? {} : { [route]: { status: 413, body: { title: 'large' } } }, {
    open,
  });
  expect(stages).toHaveLength(count);
  expect(stages.at(-1)).toMatchObject({ works: false, seen: expect.stringContaining(seen) });
});

test('a document whose flow does not end is told after the time that was given', async () => {
  const stages = await smoked(
    { 'GET /documents/d1': { body: { status: 'received' } } },
    { longestMs: 100 },
  );
  expect(stages[3]).toMatchObject({ works: false, seen: expect.stringContaining('not within') });
});

test('an index that wakes is waited for', async () => {
  let asked = 0;
  const stages = await smoked(
    {},
    {
      replies: (route) => {
        if (route !== 'POST /ask' || (asked += 1) > 1) return undefined;
        return { status: 503, headers: { 'retry-after': '1' }, body: { title: 'waking' } };
      },
    },
  );
  expect(asked).toBe(2);
  expect(stages.every(({ works }) => works)).toBe(true);
});

test('a stream that breaks off is no answer', async () => {
  const stages = await smoked({ 'POST /ask/stream': { body: 'event: step\ndata: {}\n\n' } });
  expect(stages.at(-1)).toMatchObject({ stage: 'an answer is streamed', works: false });
});

interface Changes {
  readonly sides?: Smoked['sides'];
  readonly longestMs?: number;
  /** Admits who has no token. */
  readonly open?: boolean;
  readonly replies?: (route: string) => Reply | undefined;
}
async function smoked(changed: Readonly<Record<string, Reply>> = {}, changes: Changes = {}) {
  const { sides = { mlops: true, llmops: true }, longestMs = 5_000, open = false } = changes;
  api = await startStandIn(({ method, path, headers }) => {
    if (!open && headers['authorization'] !== 'token') return { status: 401 };
    const route = `${method} ${path.split('?')[0]}`;
    return changes.replies?.(route) ?? changed[route] ?? WORKING[route] ?? { status: 404 };
  });
  const stages: Stage[] = [];
  const call = productApi(api.url);
  for await (const stage of smokeProduct({ call, signIn: async () => 'token', sides, longestMs })) {
    stages.push(stage);
  }
  return stages;
}
