import { verifyAudit } from '../../lambda/domain/governance/verify/verify-audit.ts';
import { sealRecords } from '../../lambda/domain/governance/seal-records.ts';
import { RECORDS } from '../../lambda/store-ports.ts';
import { fileSealedLog } from '../../local/adapters/sealed-log.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tinyRun } from '../domain/compare/tiny-run.ts';
import { ANSWER, makeApi } from './area-harness.ts';

const OPERATOR = { 'x-user': 'ada', 'x-role': 'operator' };
const CHUNK = { chunkId: 'd1/0', documentId: 'd1', range: [0, 9] as const };
const SECRET = 'Ann Miller';

let api: ReturnType<typeof makeApi>;
beforeEach(async () => {
  api = makeApi();
  const { records, documents, features } = api.ports;
  const [first] = tinyRun().documents;
  const record = { ...first?.record, tenant: 'acme', documentId: 'd1', name: 'a.pdf' };
  await records.put({ tenant: 'acme', kind: 'document', id: 'd1' }, record);
  const body = new TextEncoder().encode(SECRET);
  await documents.put({ tenant: 'acme', documentId: 'd1', name: 'text' }, body, 'text/plain');
  const row = { vector: { indices: [1], values: [1] }, vectoriser: 'v', eventTime: '2026-01-01' };
  await features.put({ tenant: 'acme', documentId: 'd1' }, row);
  await records.put(
    { tenant: 'acme', kind: 'interaction', id: 'i1' },
    {
      ...ANSWER,
      interactionId: 'i1',
      text: `It is ${SECRET} [1].`,
      retrieved: [{ ...CHUNK, score: 1, vectorRank: 1, textRank: 1 }],
      citations: [{ ...CHUNK, mark: 1, quote: SECRET }],
    },
  );
  await records.put(
    { tenant: 'acme', kind: 'interaction', id: 'i2' },
    { ...ANSWER, interactionId: 'i2' },
  );
});
afterEach(() => api.close());

const erase = (
  headers: Record<string, string> = OPERATOR,
  reason = 'request of 3 May',
  id = 'd1',
) =>
  api.app.request(`/api/documents/${id}?reason=${encodeURIComponent(reason)}`, {
    method: 'DELETE',
    headers,
  });
const all = async () => {
  const pages = await Promise.all(
    RECORDS.map((kind) => api.ports.records.list({ tenant: 'acme', kind, limit: 100 })),
  );
  return pages.flatMap(({ items }) => items);
};

test('nothing of the document is left, and who wanted it is', async () => {
  expect(await (await erase()).json()).toEqual({ answers: 1 });
  const left = JSON.stringify(await all());
  const text = { tenant: 'acme', documentId: 'd1', name: 'text' } as const;
  expect([left.includes(SECRET), await api.ports.documents.has(text)]).toEqual([false, false]);
  expect(left).toContain('"by":"ada","reason":"request of 3 May"');
  await expect(api.ports.features.get(text)).rejects.toMatchObject({ name: 'NotFoundError' });
});

test('an answer that drew on it stays, without its words; others stay as they are', async () => {
  await erase();
  const get = (id: string) => api.ports.records.get({ tenant: 'acme', kind: 'interaction', id });
  expect(await get('i1')).toMatchObject({
    text: '(erased)',
    citations: [{ quote: '(erased)' }],
    question: ANSWER.question,
  });
  expect(await get('i2')).toMatchObject({ text: ANSWER.text });
});

test('only operators may, with a reason, a document of their own tenant', async () => {
  expect((await erase({ 'x-user': 'bob' })).status).toBe(403);
  expect((await erase(OPERATOR, '')).status).toBe(400);
  expect((await erase({ ...OPERATOR, 'x-tenant': 'other' })).status).toBe(404);
  expect(JSON.stringify(await all())).toContain(SECRET);
});

test('the log verifies after it, and holds none of the words', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'strata-erased-'));
  const sealed = fileSealedLog({ directory });
  const { records } = api.ports;
  const seal = async () => {
    const batch = records.next('acme', 'seal', { holder: 'test', lengthMs: 1_000 });
    await sealRecords.onPorts({ sealed })(batch?.changes ?? []);
    records.taken('acme', 'seal', batch?.number ?? 0);
  };
  records.enrol('acme', ['seal']);
  await seal();
  await erase();
  await seal();
  const { findings } = await verifyAudit({ records, sealed, kinds: RECORDS })('acme', null);
  const lines: string[] = [];
  for await (const batch of sealed.read('acme')) lines.push(...batch.lines);
  rmSync(directory, { recursive: true });
  expect([findings, lines.some((line) => line.includes(SECRET))]).toEqual([[], false]);
});
