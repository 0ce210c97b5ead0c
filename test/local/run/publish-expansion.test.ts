import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadExpansion } from '../../../lambda/domain/llmops/retrieval/stored-expansion.ts';
import { fileArtefacts } from '../../../local/adapters/artefacts.ts';
import { hashedEmbedder } from '../../../local/adapters/embedder.ts';
import { publishExpansion } from '../../../local/run/publish-expansion.ts';
import { silentProgress } from '../../../local/run/progress.ts';

const LAW = 'The laws of the State of Ohio govern this agreement in every respect.';
const NOTICE = 'Either party may end this agreement by a notice of sixty days in writing.';
const KEPT = 'Each party shall keep what it learns of the other secret for five years.';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'strata-publish-'));
  mkdirSync(join(folder, 'documents'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(labels: readonly { text: string; clauses: object; split?: string }[]): void {
  const lines = labels.map(({ text, clauses, split }, at) => {
    const file = `documents/d${at}.txt`;
    writeFileSync(join(folder, file), `Agreement\n\nThe parties agree as follows.\n\n${text}\n`);
    const of = split === undefined ? {} : { split };
    return JSON.stringify({ id: `d${at}`, file, category: 'contract', fields: {}, clauses, ...of });
  });
  writeFileSync(join(folder, 'labels.jsonl'), lines.join('\n'));
}

async function publish() {
  const artefacts = fileArtefacts({ directory: join(folder, 'artefacts') });
  const embedder = hashedEmbedder({});
  const published = await publishExpansion({
    program: { root: process.cwd(), codeHash: 'test' },
    corpus: folder,
    progress: silentProgress,
    embedder,
    artefacts,
  });
  return { published, inUse: await loadExpansion(artefacts, embedder.model) };
}

test('what was learned of a corpus’s clauses is what retrieval reads from then on', async () => {
  write([
    { text: LAW, clauses: { 'Governing Law': [LAW] } },
    { text: NOTICE, clauses: { Termination: [NOTICE] } },
  ]);
  const { published, inUse } = await publish();
  expect(published.clauses).toEqual({ 'Governing Law': 1, Termination: 1 });
  expect(Object.keys(inUse?.clauses ?? {}).toSorted()).toEqual(['Governing Law', 'Termination']);
  expect(Object.keys(inUse?.clauses['Governing Law']?.weights ?? {})).toContain('ohio');
});

test('documents that are kept for scoring teach nothing', async () => {
  write([
    { text: LAW, clauses: { 'Governing Law': [LAW] }, split: 'train' },
    { text: KEPT, clauses: { Confidentiality: [KEPT] }, split: 'test' },
  ]);
  const { published } = await publish();
  expect(published.clauses).toEqual({ 'Governing Law': 1 });
});

test('a corpus without marked clauses is refused and replaces nothing', async () => {
  write([{ text: LAW, clauses: {} }]);
  await expect(publish()).rejects.toThrow('must mark clauses');
});
