import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { redrive } from '../../lambda/domain/document/intake/redrive.ts';
import { collectLabels } from '../../lambda/domain/mlops/collect-labels.ts';
import { documentLabelsSchema } from '../../lambda/domain/mlops/data-set.ts';
import { fileArtefacts } from '../../local/adapters/artefacts.ts';
import { sqliteRecords } from '../../local/adapters/records.ts';
import { done, failed } from '../domain/compare/tiny-run.ts';

const directory = () => mkdtempSync(join(tmpdir(), 'strata-labels-'));

async function labelled(counts: Readonly<Record<string, number>>) {
  const records = sqliteRecords({ directory: directory() });
  const artefacts = fileArtefacts({ directory: directory() });
  for (const [category, count] of Object.entries(counts)) {
    for (let index = 0; index < count; index += 1) {
      const documentId = `${category}-${index}`;
      const value = { documentId, category, fields: {}, by: 'ada', at: '2026-11-01' };
      await records.put({ tenant: 'acme', kind: 'label', id: documentId }, value);
    }
  }
  return { records, artefacts };
}

test("people's labels become a file that the pipeline reads; a thin category is left out", async () => {
  const { records, artefacts } = await labelled({ invoice: 12, nda: 210, lease: 2 });
  const { path, counts, leftOut, hash } = await collectLabels({ records, artefacts })('acme');
  expect([counts, leftOut]).toEqual([{ invoice: 12, nda: 210 }, { lease: 2 }]);
  const lines = new TextDecoder()
    .decode(await artefacts.get(path))
    .trimEnd()
    .split('\n');
  expect(documentLabelsSchema().parse(lines.map((line) => JSON.parse(line)))).toHaveLength(222);
  expect((await collectLabels({ records, artefacts })('acme')).hash).toBe(hash);
  await expect(collectLabels({ records, artefacts })('other')).rejects.toThrow('has none');
  records.close();
});

test('one category is nothing to tell apart', async () => {
  const { records, artefacts } = await labelled({ invoice: 12, nda: 9 });
  const collected = collectLabels({ records, artefacts })('acme');
  await expect(collected).rejects.toThrow('at least 2 categories with 10 labelled documents');
  records.close();
});

test('a redrive starts what lacks a result and nothing else', async () => {
  const records = sqliteRecords({ directory: directory() });
  const sides = {
    good: done('mlops', 'nda', 1, {}),
    bad: failed('llmops'),
    other: done('llmops', 'nda', 1, {}),
  };
  const put = (documentId: string, status: string, more: object = {}) =>
    records.put(
      { tenant: 'acme', kind: 'document', id: documentId },
      { tenant: 'acme', documentId, name: documentId, receivedAt: '', status, ...more },
    );
  await put('a', 'recorded', { results: { mlops: sides.good, llmops: sides.other } });
  await put('b', 'recorded', { results: { mlops: sides.good, llmops: sides.bad } });
  await put('c', 'failed', { failure: { name: 'TIMED_OUT', message: '' } });
  await put('d', 'refused');
  const started: string[] = [];
  const flows = {
    startDocumentFlow: async ({ documentId }: { readonly documentId: string }) =>
      void started.push(documentId),
  };
  const all = async (dryRun: boolean) => {
    const found: string[] = [];
    for await (const one of redrive({ records, flows })('acme', { dryRun })) {
      found.push(`${one.documentId} ${one.cause}`);
    }
    return found;
  };
  const expected = ['b llmops: UnavailableError', 'c TIMED_OUT'];
  expect(await all(true)).toEqual(expected);
  expect(started).toEqual([]);
  expect(await all(false)).toEqual(expected);
  expect(started).toEqual(['b', 'c']);
  records.close();
});
