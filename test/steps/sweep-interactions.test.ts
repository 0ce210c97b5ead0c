import { PLATFORM_TENANT } from '../../lambda/domain/document/tenant.ts';
import { openRecord } from '../../lambda/domain/llmops/answer/open-record.ts';
import { sweepInteractions } from '../../lambda/domain/llmops/answer/sweep-interactions.ts';
import { UnavailableError } from '../../lambda/errors.ts';
import type { Audit } from '../../lambda/ports.ts';
import { inFlow } from '../fixtures/in-flow.ts';
import { indexText, runAnswerFlow } from './answer-flow.ts';
import { type LlmopsPorts, openLlmopsPorts, TENANT } from './llmops-ports.ts';

const ASKED_AT = Date.UTC(2026, 0, 15);
const LATE = ASKED_AT + 180_000;
let ports: LlmopsPorts;
let close: () => void;
beforeEach(() => {
  ({ ports, close } = openLlmopsPorts());
});
afterEach(() => close());

const open = (interactionId: string) =>
  inFlow(openRecord)(ports)({
    tenant: TENANT,
    interactionId,
    askedBy: 'ann',
    askedAt: new Date(ASKED_AT).toISOString(),
    question: 'Which law governs?',
    documentId: null,
    plan: {
      clause: null,
      weights: {},
      kind: 'across',
      route: 'passages',
      query: null,
      documentId: null,
      unclear: [],
      planned: { by: 'rules', usage: { inputTokens: 0, outputTokens: 0 }, costUsd: 0 },
    },
    chunks: [],
  });
const sweep = (nowMs: number, audit: Audit = ports.audit) =>
  sweepInteractions.onPorts({ ...ports, audit, now: () => nowMs })();
const recordOf = (id: string) => ports.records.get({ tenant: TENANT, kind: 'interaction', id });
const stillOpen = async () =>
  (await ports.records.list({ tenant: PLATFORM_TENANT, kind: 'open-interaction', limit: 500 }))
    .items.length;

test('what nothing closed in time is closed as interrupted, once', async () => {
  await open('i1');
  expect([await sweep(LATE), await sweep(LATE)]).toEqual([{ closed: 1 }, { closed: 0 }]);
  expect(await recordOf('i1')).toMatchObject({
    status: 'interrupted',
    askedBy: 'ann',
    durationMs: 180_000,
    cause: expect.stringContaining('InterruptedError'),
  });
  const entries = await ports.records.list({ tenant: TENANT, kind: 'audit', limit: 10 });
  expect(entries.items.map(({ id }) => id)).toEqual(['answer/i1', 'question/i1']);
});

test('what may still be answered is left alone', async () => {
  await open('i1');
  expect(await sweep(LATE - 1)).toEqual({ closed: 0 });
  expect(await recordOf('i1')).toMatchObject({ status: 'open' });
});

test('an answer leaves nothing to sweep, and is not changed by a sweep', async () => {
  await indexText(ports, 'This agreement is governed by the laws of the State of Delaware.');
  const answer = await runAnswerFlow(ports, 'Which law governs the agreement?');
  expect([await stillOpen(), await sweep(LATE)]).toEqual([0, { closed: 0 }]);
  expect(await recordOf('i1')).toEqual(answer);
});

test('an answer whose entry was left behind stays as it is', async () => {
  await open('i1');
  const key = { tenant: TENANT, kind: 'interaction', id: 'i1' } as const;
  await ports.records.put(key, { status: 'answered' });
  expect([await sweep(LATE), await stillOpen()]).toEqual([{ closed: 0 }, 0]);
  expect(await recordOf('i1')).toEqual({ status: 'answered' });
});

test('a sweep that fails is done by the next one', async () => {
  await open('i1');
  const audit = { append: () => Promise.reject(new UnavailableError('busy', 1)) };
  await expect(sweep(LATE, audit)).rejects.toThrow('busy');
  await sweep(LATE);
  expect([await stillOpen(), await recordOf('i1')]).toEqual([
    0,
    expect.objectContaining({ status: 'interrupted' }),
  ]);
  const { items } = await ports.records.list({ tenant: TENANT, kind: 'audit', limit: 10 });
  expect(items.map(({ id }) => id)).toContain('answer/i1');
});

test('more than a page are swept in one turn', async () => {
  const ids = Array.from({ length: 120 }, (_, at) => `i${at}`);
  for (const id of ids) await open(id);
  expect([await sweep(LATE), await stillOpen()]).toEqual([{ closed: 120 }, 0]);
});
