import { LimitExceededError, UnavailableError } from '../../lambda/errors.ts';
import { ANSWER, makeApi } from './area-harness.ts';

function ask(api: ReturnType<typeof makeApi>, body: unknown, path = '/api/ask') {
  return api.app.request(path, { method: 'POST', body: JSON.stringify(body) });
}

test('a question is answered for its tenant', async () => {
  const api = makeApi();
  const reply = await ask(api, { question: ' Which law governs? ', documentId: 'd1' });
  expect(await reply.json()).toEqual(ANSWER);
  expect(api.asked).toEqual([
    {
      tenant: 'acme',
      interactionId: 'interaction-1',
      question: 'Which law governs?',
      documentId: 'd1',
      askedBy: null,
      follows: null,
    },
  ]);
  api.close();
});

test.each([
  ['an empty question', { question: ' ' }],
  ['a question of more than 2,000 characters', { question: 'x'.repeat(2_001) }],
  ['an unknown property', { question: 'Who?', tenant: 'other' }],
])('%s is refused', async (_, body) => {
  const api = makeApi();
  const reply = await ask(api, body);
  expect(reply.status).toBe(400);
  expect(reply.headers.get('content-type')).toBe('application/problem+json');
  expect(api.asked).toEqual([]);
  api.close();
});

test.each([
  '/api/ask',
  '/api/ask/stream',
])('a body of more than 16,384 bytes is refused unread by %s', async (path) => {
  const api = makeApi();
  const reply = await ask(api, { question: 'x'.repeat(16_384) }, path);
  expect(reply.status).toBe(413);
  api.close();
});

test('a body that is no JSON is a problem that shows what to send', async () => {
  const api = makeApi();
  const reply = await api.app.request('/api/ask', { method: 'POST', body: 'Who?' });
  expect(reply.status).toBe(400);
  expect((await reply.json()).detail).toContain('{"question":"Who are the parties?"}');
  api.close();
});

test('a used-up quota is 429 with the seconds to wait, and no question is asked', async () => {
  const api = makeApi({
    take: async () => {
      throw new LimitExceededError('at most 20 questions a minute', 41.2);
    },
  });
  const reply = await ask(api, { question: 'Who?' });
  expect(reply.status).toBe(429);
  expect(reply.headers.get('retry-after')).toBe('42');
  expect(api.asked).toEqual([]);
  api.close();
});

test('a waking index is 503 with the seconds to wait', async () => {
  const api = makeApi({
    answerQuestion: async () => {
      throw new UnavailableError('the index is waking', 15);
    },
  });
  const reply = await ask(api, { question: 'Who?' });
  expect(reply.status).toBe(503);
  expect(reply.headers.get('retry-after')).toBe('15');
  api.close();
});

test('the text of an unknown error does not leave the server', async () => {
  const log = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const api = makeApi({
    answerQuestion: async () => {
      throw new Error('password=hunter2');
    },
  });
  const reply = await ask(api, { question: 'Who?' });
  expect(reply.status).toBe(500);
  expect(await reply.text()).not.toContain('hunter2');
  expect(log).toHaveBeenCalledTimes(1);
  log.mockRestore();
  api.close();
});

test('the stream sends the steps, the text, the ranks and the whole answer, in this order', async () => {
  const api = makeApi();
  const text = await (await ask(api, { question: 'Who?' }, '/api/ask/stream')).text();
  expect([...text.matchAll(/^event: (.*)$/gm)].map((match) => match[1])).toEqual([
    'step',
    'text',
    'retrieved',
    'done',
  ]);
  api.close();
});

test('a failure inside the stream is an event with a problem', async () => {
  const api = makeApi({
    answerQuestion: async () => {
      throw new LimitExceededError('the day is used up', 60);
    },
  });
  const text = await (await ask(api, { question: 'Who?' }, '/api/ask/stream')).text();
  expect(text).toContain('event: error');
  expect(text).toContain('urn:strata:problem:LimitExceededError');
  expect(text).toContain('"retryAfterSeconds":60');
  api.close();
});
