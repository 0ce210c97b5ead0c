import { readFileSync } from 'node:fs';
import { ConfigurationError, UnavailableError } from '../../lambda/errors.ts';
import { createFlow, PAYLOAD_LIMIT_BYTES } from '../../local/flow-runner.ts';

const oneTask = JSON.stringify({
  StartAt: 'step',
  States: {
    step: {
      Type: 'Task',
      Resource: '${step}',
      Retry: [{ ErrorEquals: ['UnavailableError'], MaxAttempts: 2, IntervalSeconds: 1 }],
      Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'caught' }],
      End: true,
    },
    caught: { Type: 'Pass', End: true },
  },
});

test('refuses a Task without a local handler instead of calling AWS', () => {
  expect(() => createFlow(oneTask, {})).toThrow(ConfigurationError);
});

test.each([
  'ItemBatcher',
  'ItemReader',
  'Assign',
  'ToleratedFailurePercentage',
])('refuses a definition that uses %s', (field) => {
  const definition = JSON.stringify({
    StartAt: 'a',
    States: { a: { Type: 'Pass', [field]: {}, End: true } },
  });
  expect(() => createFlow(definition, {})).toThrow(field);
});

test('refuses JSONata', () => {
  const definition = JSON.stringify({ QueryLanguage: 'JSONata', StartAt: 'a', States: {} });
  expect(() => createFlow(definition, {})).toThrow('JSONata');
});

test('hands tasks values that went through JSON', async () => {
  const flow = createFlow(oneTask, { step: async (input) => ({ seen: input }) });
  const when = new Date(0);
  expect(await flow.run({ when, gone: undefined })).toEqual({
    seen: { when: '1970-01-01T00:00:00.000Z' },
  });
});

test('fails a task whose output exceeds the payload limit of Step Functions', async () => {
  const flow = createFlow(oneTask, { step: async () => 'x'.repeat(PAYLOAD_LIMIT_BYTES) });
  expect(await flow.run({})).toMatchObject({ error: { Error: 'States.DataLimitExceeded' } });
});

test('retries by the error name that the definition lists', async () => {
  let calls = 0;
  const flow = createFlow(
    oneTask,
    {
      step: async () => {
        calls += 1;
        if (calls < 3) throw new UnavailableError('throttled', 1);
        return { calls };
      },
    },
    { retryDelayMs: 1 },
  );
  expect(await flow.run({})).toEqual({ calls: 3 });
});

test('tells of each task as it begins', async () => {
  const flow = createFlow(oneTask, { step: async () => ({}) });
  const begun: string[] = [];
  await flow.run({}, { onTask: (name) => begun.push(name) });
  expect(begun).toEqual(['step']);
});

test('stops when its signal is aborted', async () => {
  const flow = createFlow(oneTask, { step: async () => ({}) });
  const controller = new AbortController();
  controller.abort();
  await expect(flow.run({}, { signal: controller.signal })).rejects.toThrow();
});

test.each(['document-flow', 'answer-flow'])('%s runs only on what the laptop can run', (name) => {
  const text = readFileSync(`lib/orchestration/flows/${name}.asl.json`, 'utf8');
  const names = [...text.matchAll(/"Resource": "\$\{([^}]+)\}"/g)].map((match) => match[1] ?? '');
  const tasks = Object.fromEntries(names.map((task) => [task, async () => ({})]));
  expect(() => createFlow(text, tasks)).not.toThrow();
});

test('state names are unique in the whole product', () => {
  const names = ['document-flow', 'answer-flow'].flatMap((name) => {
    const text = readFileSync(`lib/orchestration/flows/${name}.asl.json`, 'utf8');
    return [...text.matchAll(/"([a-z-]+)": \{\s*"Type"/g)].map((match) => match[1]);
  });
  expect(new Set(names).size).toBe(names.length);
});
