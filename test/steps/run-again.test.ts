import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import {
  type DocumentRecord,
  type DocumentReference,
  documentRecordSchema,
} from '../../lambda/domain/document/document.ts';
import { failDocument as failDocumentStep } from '../../lambda/domain/document/intake/fail-document.ts';
import { followDocument } from '../../lambda/domain/document/intake/follow-document.ts';
import { recordDocument } from '../../lambda/domain/document/record-document.ts';
import { runAgain } from '../../lambda/domain/document/intake/run-again.ts';
import { bindFlow } from '../../lambda/flow/bind-flow.ts';
import { joinFlow, taskNamesOf } from '../../lambda/flow/join-flow.ts';
import type { Again } from '../../lambda/flow-ports.ts';
import { type AnyStep, step } from '../../lambda/step.ts';
import { sqliteRecords } from '../../local/adapters/records.ts';
import { followedFlow, startedFlows } from '../../local/adapters/flows.ts';
import { done, failed } from '../domain/compare/tiny-run.ts';
import { inFlow } from '../fixtures/in-flow.ts';
import * as z from 'zod';

const follow = inFlow(followDocument);

const DOCUMENT = { tenant: 'acme', documentId: 'd1' };
const KEY = { tenant: 'acme', kind: 'document', id: 'd1' } as const;
const RECEIVED: DocumentRecord = {
  ...DOCUMENT,
  name: 'a.txt',
  receivedAt: '2026-11-01T00:00:00.000Z',
  status: 'received',
};
const ended = (status: string, more: object = {}, attempt = 0) => ({
  detail: { status, input: JSON.stringify({ ...DOCUMENT, attempt, sides: {} }), ...more },
});

async function open(record: Partial<DocumentRecord> = {}) {
  const records = sqliteRecords({ directory: mkdtempSync(join(tmpdir(), 'strata-again-')) });
  await records.put(KEY, { ...RECEIVED, ...record });
  const started: Pick<Again, 'attempt' | 'known'>[] = [];
  const flows = {
    startDocumentFlow: async (document: DocumentReference) =>
      void (await follow({ flows, records })(document)),
    followDocumentFlow: async (_: object, { attempt, known }: Again) =>
      void started.push({ attempt, known }),
  };
  const read = async () => documentRecordSchema().parse(await records.get(KEY));
  const take = () => follow({ flows, records })(DOCUMENT);
  return { records, started, read, take, again: () => runAgain({ flows, records })(DOCUMENT) };
}

test('a flow that fails, is stopped or times out leaves its document failed, with the cause', async () => {
  const { records, read, again, started } = await open();
  const fail = inFlow(failDocumentStep)({ records });
  await fail(ended('FAILED', { error: 'UnavailableError', cause: 'the store is down' }));
  expect(await read()).toMatchObject({
    status: 'failed',
    attempts: 1,
    failure: { name: 'UnavailableError', message: 'the store is down' },
  });
  expect(await again()).toBe(true);
  expect(started).toEqual([{ attempt: 1, known: {} }]);
  const waiting = await read();
  expect([waiting.status, waiting.failure]).toEqual(['received', undefined]);
  await fail(ended('TIMED_OUT', {}, 1));
  expect(await read()).toMatchObject({ status: 'failed', failure: { name: 'TIMED_OUT' } });
  await again();
  expect(started.map(({ attempt }) => attempt)).toEqual([1, 2]);
  records.close();
});

test('a flow that fails later does not take away what an earlier one found', async () => {
  const results = { mlops: done('mlops', 'nda', 1, {}), llmops: failed('llmops') };
  const { records, read } = await open({ status: 'recorded', results, attempts: 1 });
  await inFlow(failDocumentStep)({ records })(ended('ABORTED', {}, 1));
  expect(await read()).toMatchObject({ status: 'recorded', attempts: 2, results });
  records.close();
});

test('a document that has gone, or lacks nothing, is left alone', async () => {
  const results = { mlops: done('mlops', 'nda', 1, {}), llmops: done('llmops', 'nda', 1, {}) };
  const { records, again, started } = await open({ status: 'recorded', results });
  expect(await again()).toBe(false);
  const gone = { detail: { status: 'FAILED', input: '{"tenant":"acme","documentId":"d9"}' } };
  expect(await inFlow(failDocumentStep)({ records })(gone)).toBeNull();
  expect(started).toEqual([]);
  records.close();
});

test('the flow runs what is missing and keeps what is known', async () => {
  const results = { mlops: done('mlops', 'nda', 0.9, {}, 7), llmops: failed('llmops') };
  const { records, read } = await open({ status: 'recorded', results, attempts: 1 });
  const ran: string[] = [];
  const flow = documentFlow(records, ran);
  const followed = followedFlow({
    run: async (document, { attempt, known }) => {
      await flow.run({ ...document, attempt, known, sides: { mlops: true, llmops: true } });
    },
    onFailed: async ({ detail }) => {
      throw new Error(detail.cause);
    },
  });
  const flows = startedFlows({ atOnce: 1, take: follow({ flows: followed, records }) });
  expect(await runAgain({ flows, records })(DOCUMENT)).toBe(true);
  await flows.settled();
  expect(ran).not.toContain('mlops-classify-document');
  expect(ran).toContain('llmops-classify-document');
  const record = await read();
  expect(record.results?.mlops).toEqual(results.mlops);
  expect(record.results?.llmops).toMatchObject({ status: 'done', durationMs: 6 });
  expect(record.attempts).toBe(2);
  records.close();
});

test('a message that comes again starts nothing for what failed, is done, or has gone', async () => {
  const results = { mlops: done('mlops', 'nda', 1, {}), llmops: done('llmops', 'nda', 1, {}) };
  const failure = { name: 'UnavailableError', message: 'the store is down' };
  for (const record of [
    { status: 'failed', failure } as const,
    { status: 'recorded', results } as const,
  ]) {
    const { records, take, started } = await open(record);
    expect(await take()).toEqual({ documentId: 'd1', ran: false });
    await records.remove(KEY);
    expect(await take()).toEqual({ documentId: 'd1', ran: false });
    expect(started).toEqual([]);
    records.close();
  }
});

test('on the laptop a flow that fails is told as on AWS', async () => {
  const told: string[] = [];
  const { followDocumentFlow } = followedFlow({
    run: async () => {
      throw new TypeError('broken');
    },
    onFailed: async ({ detail }) =>
      void told.push(`${detail.input} ${detail.error}: ${detail.cause}`),
  });
  await followDocumentFlow(DOCUMENT, { attempt: 2, receivedAt: '', known: {} });
  expect(told).toEqual([`${JSON.stringify({ ...DOCUMENT, attempt: 2 })} TypeError: broken`]);
});

test('on the laptop as many flows run at once as the profile says, and all end', async () => {
  let [running, most, past] = [0, 0, 0];
  const flows = startedFlows({
    atOnce: 3,
    take: async () => {
      running += 1;
      most = Math.max(most, running);
      await setTimeout(1);
      running -= 1;
      past += 1;
      throw new Error('its failure is in the log');
    },
  });
  for (let at = 0; at < 50; at += 1) {
    await flows.startDocumentFlow({ tenant: 'acme', documentId: `d${at}` });
  }
  await flows.settled();
  expect([most, running, past]).toEqual([3, 0, 50]);
});

test('on the laptop a document that waits is taken once', async () => {
  const taken: string[] = [];
  const take = async ({ documentId }: DocumentReference) => void taken.push(documentId);
  const flows = startedFlows({ atOnce: 1, take });
  await Promise.all(
    ['d1', 'd2', 'd2', 'd2'].map((documentId) =>
      flows.startDocumentFlow({ tenant: 'acme', documentId }),
    ),
  );
  await flows.settled();
  expect(taken).toEqual(['d1', 'd2']);
});

/** The flow as it runs everywhere, its steps saying what the flow needs; the last one is real. */
function documentFlow(records: ReturnType<typeof sqliteRecords>, ran: string[]) {
  const file = JSON.parse(readFileSync('lib/orchestration/flows/document-flow.asl.json', 'utf8'));
  const said: Readonly<Record<string, object>> = {
    'read-document': { status: 'read', mediaType: 'text/plain', method: 'text' },
    'describe-document': {
      title: 'A',
      language: 'en',
      pages: 1,
      characters: 1,
      words: 1,
      quality: 1,
    },
    'llmops-classify-document': {
      category: 'nda',
      confidence: 0.9,
      alternatives: [],
      model: 'm',
    },
    'llmops-verify-fields': {
      extraction: { fields: {}, model: 'm', durationMs: 1 },
      unsupported: [],
    },
    'compare-sides': { sameCategory: true, fields: {} },
    'choose-primary': { primary: 'mlops', reasons: [] },
    'check-compliance': {
      findings: [],
      decision: { primary: 'mlops', status: 'recorded', reasons: [] },
    },
  };
  const steps: AnyStep[] = taskNamesOf(file).map((name) =>
    name === 'record-document'
      ? recordDocument
      : step({
          name,
          does: 'says what the flow needs',
          input: () => z.looseObject({}),
          output: () => z.looseObject({}),
          touches: [],
          run: () => async () => {
            ran.push(name);
            return { durationMs: 1, ...said[name] };
          },
        }),
  );
  return bindFlow(joinFlow(file, steps, { mlops: true, llmops: true }), steps, {
    name: 'document-flow',
    ports: { records, metrics: { count: () => undefined }, now: () => 0, newId: () => 'id' },
    log: () => undefined,
    clock: { now: () => 0, sleep: (ms, signal) => setTimeout(ms, undefined, { signal }) },
    newId: () => 'id',
    random: () => 0,
  });
}
