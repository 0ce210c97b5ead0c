import { strToU8 } from 'fflate';
import { receiveUpload } from '../../lambda/domain/document/intake/receive-upload.ts';
import { checkCompliance as checkComplianceStep } from '../../lambda/domain/compliance/check-compliance.ts';
import { describeDocument as describeDocumentStep } from '../../lambda/domain/document/describe-document.ts';
import { quarantineDocument as quarantineDocumentStep } from '../../lambda/domain/document/quarantine-document.ts';
import { readDocument as readDocumentStep } from '../../lambda/domain/document/read-document.ts';
import { recordDocument as recordDocumentStep } from '../../lambda/domain/document/record-document.ts';
import { openLocalPorts } from '../fixtures/local-ports.ts';
import { inFlow } from '../fixtures/in-flow.ts';

const checkCompliance = inFlow(checkComplianceStep);
const describeDocument = inFlow(describeDocumentStep);
const quarantineDocument = inFlow(quarantineDocumentStep);
const readDocument = inFlow(readDocumentStep);
const recordDocument = inFlow(recordDocumentStep);

const { ports: local, close } = openLocalPorts();
const ports = { ...local, metrics: { count: () => undefined } };
afterAll(close);

const TEXT =
  'MUTUAL NON-DISCLOSURE AGREEMENT\n\nThis agreement between Acme Ltd and Globex Inc is made ' +
  'to protect what each of them shall disclose to the other. It is governed by the law of Ireland.';
const RESULTS = [
  {
    side: 'mlops',
    status: 'done',
    classification: {
      category: 'nda',
      confidence: 0.9,
      alternatives: [],
      model: 'm',
      durationMs: 2,
    },
    extraction: {
      fields: { governing_law: { value: 'Ireland', confidence: 0.8, spans: [[10, 17]] } },
      model: 'm',
      durationMs: 3,
    },
    durationsMs: [1, 2, 3],
  },
  { side: 'llmops', status: 'failed', error: { name: 'UnavailableError', message: 'busy' } },
];

const CHOSEN = { primary: 'mlops', reasons: [] };

test('read-document stores a text and returns what the flow needs', async () => {
  const document = await received('nda.txt', TEXT);
  expect(await readDocument(ports)(document)).toEqual({
    status: 'read',
    pages: 1,
    characters: TEXT.length,
    method: 'text',
    mediaType: 'text/plain',
    durationMs: expect.any(Number),
  });
});

test('read-document refuses an event with anything else in it', async () => {
  const event = { tenant: 'acme', documentId: '0a', extra: true };
  await expect(readDocument(ports)(event)).rejects.toThrow(/extra/);
});

test('describe-document names title, language and size', async () => {
  const document = await received('nda.txt', TEXT);
  await readDocument(ports)(document);
  expect(await describeDocument(ports)(document)).toMatchObject({
    title: 'MUTUAL NON-DISCLOSURE AGREEMENT',
    language: 'en',
    words: 32,
    quality: 1,
  });
});

test('describe-document takes no longer for a line of signs than for words', async () => {
  const document = await received('signs.txt', `a${'.'.repeat(300_000)}b`);
  await readDocument(ports)(document);
  const started = performance.now();
  expect(await describeDocument(ports)(document)).toMatchObject({ words: 1 });
  expect(performance.now() - started).toBeLessThan(3_000);
});

test('check-compliance judges by the primary side', async () => {
  const document = await received('nda.txt', TEXT);
  await readDocument(ports)(document);
  const { findings } = await checkCompliance(ports)({
    ...document,
    results: RESULTS,
    chosen: CHOSEN,
  });
  expect(findings).toEqual([
    { rule: 'agreement-names-its-law', outcome: 'met', detail: 'governing_law is Ireland' },
  ]);
});

test('record-document keeps the name, adds the durations up, and says the same twice', async () => {
  const document = await received('nda.txt', TEXT);
  const event = { ...document, ...(await processed(document)) };
  const first = await recordDocument(ports)(event);
  const again = await recordDocument(ports)(event);
  const key = { tenant: 'acme', kind: 'document', id: document.documentId } as const;
  expect([again, await ports.records.get(key)]).toEqual([first, first]);
  expect(first).toMatchObject({ name: 'nda.txt', results: { mlops: { durationMs: 6 } } });
});

test('record-document keeps why a side failed, and counts it by side and cause', async () => {
  const document = await received('nda.txt', TEXT);
  const counted: unknown[] = [];
  const counting = { ...ports, metrics: { count: (...one: unknown[]) => void counted.push(one) } };
  const event = { ...document, ...(await processed(document)) };
  const record = await recordDocument(counting)(event);
  expect(record.results?.llmops).toMatchObject({
    status: 'failed',
    error: { name: 'UnavailableError' },
  });
  expect(counted).toEqual([
    ['SideFailures', 1, { side: 'llmops' }],
    ['SideFailureCauses', 1, { side: 'llmops', cause: 'UnavailableError' }],
  ]);
});

test('quarantine-document marks the record and keeps the source', async () => {
  const document = await received('odd.txt', 'odd \0\0 bytes');
  const read = await readDocument(ports)(document);
  const refusal = read.status === 'refused' ? read.refusal : undefined;
  const record = await quarantineDocument(ports)({ ...document, refusal });
  const kept = await ports.documents.has({ ...document, name: 'source' });
  expect([record.name, record.status, record.refusal?.code, kept]).toEqual([
    'odd.txt',
    'refused',
    'binary',
    true,
  ]);
});

async function received(name: string, text: string) {
  const upload = { tenant: 'acme', name, bytes: strToU8(text) };
  const { documentId } = await receiveUpload(ports)(upload);
  return { tenant: 'acme', documentId };
}

async function processed(document: { tenant: string; documentId: string }) {
  const read = await readDocument(ports)(document);
  const description = await describeDocument(ports)(document);
  const { findings } = await checkCompliance(ports)({
    ...document,
    results: RESULTS,
    chosen: CHOSEN,
  });
  return {
    read,
    description,
    results: RESULTS,
    compliance: findings,
    comparison: { sameCategory: null, fields: {}, durationMs: 1 },
    decision: { primary: 'mlops', status: 'recorded', reasons: [], durationMs: 1 },
    attempt: 0,
  };
}
