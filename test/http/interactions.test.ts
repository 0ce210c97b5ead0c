import { ANSWER, makeApi } from './area-harness.ts';

const OPERATOR = { 'x-user': 'ada', 'x-role': 'operator' };
const CHUNK = { chunkId: 'd1/0', documentId: 'd1', range: [0, 20] as const };
const PROMPT = { name: 'answer-question', version: 2, hash: 'a'.repeat(64) };

type Api = ReturnType<typeof makeApi>;
let api: Api;
beforeEach(async () => {
  api = makeApi();
  const answer = {
    ...ANSWER,
    askedBy: 'ann',
    kind: 'across' as const,
    retrieved: [{ ...CHUNK, score: 0.03, vectorRank: 1, textRank: null }],
    citations: [{ ...CHUNK, mark: 1, quote: 'The laws of Ireland' }],
    prompt: PROMPT,
    configuration: {
      hash: 'c'.repeat(64),
      prompt: PROMPT,
      models: ['model-a'],
      guardrail: { id: 'strata', version: '1' },
      rag: { topK: 5 },
    },
    guardrail: {
      id: 'strata',
      version: '1',
      triggers: [{ policy: 'pii' as const, name: 'EMAIL', action: 'masked' as const, count: 2 }],
    },
    costUsd: 0.002,
    guardrailCostUsd: 0.001,
  };
  await put('interaction', 'interaction-1', answer);
  await put('interaction', 'interaction-2', {
    ...answer,
    interactionId: 'interaction-2',
    askedBy: 'bob',
    status: 'no-answer',
    askedAt: '2026-11-02T09:00:00.000Z',
  });
});
afterEach(() => api.close());

const put = (kind: 'interaction', id: string, value: object) =>
  api.ports.records.put({ tenant: 'acme', kind, id }, value);
const get = async (path: string, headers: Record<string, string> = OPERATOR) => {
  const reply = await api.app.request(`/api/${path}`, { headers });
  return { status: reply.status, body: await reply.json() };
};
const idsOf = (body: { readonly items: readonly { readonly interactionId: string }[] }) =>
  body.items.map(({ interactionId }) => interactionId);

test('an operator finds the past questions of the tenant, the newest first', async () => {
  expect(idsOf((await get('interactions')).body)).toEqual(['interaction-2', 'interaction-1']);
});

test.each([
  ['by=ann', ['interaction-1']],
  ['status=no-answer', ['interaction-2']],
  ['since=2026-11-02T00:00:00.000Z', ['interaction-2']],
  ['until=2026-11-01T23:00:00.000Z', ['interaction-1']],
  ['prompt=answer-question%20v2', ['interaction-2', 'interaction-1']],
  ['prompt=cccc', ['interaction-2', 'interaction-1']],
  ['prompt=answer-question%20v1', []],
  ['guardrail=EMAIL', ['interaction-2', 'interaction-1']],
  ['documentId=d1', ['interaction-2', 'interaction-1']],
  ['documentId=d2', []],
  ['minCostUsd=0.01', []],
])('%s finds %j', async (query, expected) => {
  expect(idsOf((await get(`interactions?${query}`)).body)).toEqual(expected);
});

test('a reviewer finds and opens their own questions only', async () => {
  const own = { 'x-user': 'bob' };
  expect(idsOf((await get('interactions?by=ann', own)).body)).toEqual(['interaction-2']);
  expect((await get('explanations/interaction-2', own)).status).toBe(200);
  expect((await get('explanations/interaction-1', own)).status).toBe(403);
});

test('another tenant finds and opens nothing', async () => {
  const other = { ...OPERATOR, 'x-tenant': 'other' };
  expect(idsOf((await get('interactions', other)).body)).toEqual([]);
  expect((await get('explanations/interaction-1', other)).status).toBe(404);
});

test('an answer is explained by the five questions; what no record says is missing', async () => {
  const { body } = await get('explanations/interaction-1');
  const said = Object.fromEntries(
    body.questions.map(
      (one: { readonly question: string; readonly status: string; readonly said: string }) => [
        one.question,
        [one.status, one.said],
      ],
    ),
  );
  expect(said).toEqual({
    'Which prompt or model was used?': [
      'missing',
      'answer-question version 2; what the model was shown is gone',
    ],
    'Which documents were used, and why?': [
      'answered',
      expect.stringContaining('1 passage was shown'),
    ],
    'Which guardrails and rules were applied, and what did they do?': [
      'answered',
      expect.stringContaining('objected to 1 things'),
    ],
    'Who approved what was used?': ['missing', '0 of 1 have an approval on record.'],
    'What did it cost?': ['answered', '$0.003000 at list prices.'],
  });
});
