import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { student } from '../../../../config/student.ts';
import type { Corpus, CorpusDocument } from '../../../../local/corpus/corpus.ts';
import { generateCorpus } from '../../../../local/corpus/generate/generate-corpus.ts';
import { readCorpus } from '../../../../local/corpus/read-corpus.ts';
import { openParser } from '../../../fixtures/parser.ts';

const DOCUMENTS = 60;
/** Kinds that carry their text. */
const READ = new Set(['.txt', '.html', '.pdf', '.docx']);

const folder = mkdtempSync(join(tmpdir(), 'strata-generate-'));
const directory = join(folder, 'corpus');
const parser = openParser();
let corpus: Corpus;
/** Id → text, of all but scans. */
const texts = new Map<string, string>();

beforeAll(async () => {
  await generateCorpus({ documents: DOCUMENTS, seed: 7, directory });
  corpus = await readCorpus(directory);
  for (const document of corpus.documents) {
    const text = await textOf(document);
    if (text !== null) texts.set(document.id, text);
  }
});
afterAll(async () => {
  await parser.close();
  rmSync(folder, { recursive: true });
});

async function textOf({ path }: CorpusDocument): Promise<string | null> {
  if (!READ.has(extname(path))) return null;
  const bytes = new Uint8Array(readFileSync(path));
  const parsed = await parser.parse({ bytes, name: basename(path), limits: student.ingestion });
  return 'pages' in parsed ? parsed.pages.map((page) => page.text).join('\n\n') : null;
}
const plain = (text: string) => text.replaceAll(/\s+/g, ' ').toLowerCase();
const readable = () =>
  corpus.documents.flatMap((document) => {
    const text = texts.get(document.id);
    return text === undefined ? [] : [{ document, text }];
  });

test('every document but the scans is read', () => {
  const scans = corpus.documents.filter(({ path }) => path.endsWith('.png')).length;
  expect([scans, texts.size]).toEqual([3, DOCUMENTS - 3]);
});

test('the reader sees a labelled corpus with the categories and fields of the configuration', () => {
  expect([corpus.documents.length, corpus.categories?.length, corpus.fields?.length]).toEqual([
    DOCUMENTS,
    12,
    15,
  ]);
});

test('every gold clause stands verbatim in the text that the reader yields', () => {
  const lost = readable().flatMap(({ document, text }) =>
    Object.values(document.clauses)
      .flat()
      .filter((span) => !text.includes(span)),
  );
  expect(lost).toEqual([]);
});

test.each([
  'issuer_name',
  'recipient_name',
  'document_number',
  'purchase_order_number',
])('every gold %s is printed in its document', (field) => {
  const lost = readable().filter(({ document, text }) => {
    const value = document.fields?.[field];
    return typeof value === 'string' && !plain(text).includes(plain(value));
  });
  expect(lost.map(({ document }) => document.id)).toEqual([]);
});

test('the digits of every gold amount are printed in its document', () => {
  const lost = readable().filter(({ document, text }) => {
    const digits = text.replaceAll(/[^\d]/g, '');
    return ['total_amount', 'tax_amount'].some((field) => {
      const value = document.fields?.[field];
      return typeof value === 'string' && !digits.includes(value.replaceAll(/\D/g, ''));
    });
  });
  expect(lost.map(({ document }) => document.id)).toEqual([]);
});

test('every field is given by some documents and missing from others', () => {
  const shares = (corpus.fields ?? []).map(
    (field) => corpus.documents.filter((one) => one.fields?.[field] !== undefined).length,
  );
  expect(shares.filter((share) => share === 0)).toEqual([]);
  expect(Math.min(...shares)).toBeLessThan(DOCUMENTS / 2);
});

test('there is a golden question for every fourth document', () => {
  expect(corpus.questions).toHaveLength(DOCUMENTS / 4);
});

test('questions are factual, numeric, unanswerable and about two documents', () => {
  const kinds = readFileSync(join(directory, 'questions.jsonl'), 'utf8').match(/"kind":"[\w-]+"/g);
  expect(new Set(kinds).size).toBe(4);
});

test('the evidence of every question stands verbatim in its documents', () => {
  const lost = corpus.questions.filter(({ documents, evidence }) => {
    const asked = documents.map((id) => texts.get(id) ?? '').join('\n');
    return !evidence.every((span) => asked.includes(span));
  });
  expect(lost.map(({ id }) => id)).toEqual([]);
});

test('the same request gives the same corpus', async () => {
  const again = join(folder, 'again');
  await generateCorpus({ documents: DOCUMENTS, seed: 7, directory: again });
  expect((await readCorpus(again)).hash).toBe(corpus.hash);
});

test('the same request gives the same bytes on every machine and in every time zone', () => {
  // Whoever changes what is written raises GENERATOR_VERSION and sets the new hash here.
  expect(corpus.hash).toBe('325f5b42c7a5952b78d0dbf96cb10f2f56965bd4b9078eb317e84afae882bb6d');
});

test('another seed gives another corpus', async () => {
  const other = join(folder, 'other');
  await generateCorpus({ documents: 12, seed: 8, directory: other });
  await generateCorpus({ documents: 12, seed: 9, directory: join(folder, 'third') });
  expect((await readCorpus(other)).hash).not.toBe((await readCorpus(join(folder, 'third'))).hash);
});

test('a corpus that an equal request made is kept where that is asked for', async () => {
  const kept = join(folder, 'kept');
  await generateCorpus({ documents: 12, seed: 1, directory: kept });
  const before = statSync(kept).ino;
  await generateCorpus({ documents: 12, seed: 1, directory: kept, reuse: true });
  expect(statSync(kept).ino).toBe(before);
});

test('what a killed run left behind is made anew', async () => {
  const killed = join(folder, 'killed');
  await generateCorpus({ documents: 12, seed: 1, directory: `${killed}.partial` });
  await generateCorpus({ documents: 12, seed: 1, directory: killed, reuse: true });
  expect(existsSync(`${killed}.partial`)).toBe(false);
});

test('a folder with other files is never replaced', async () => {
  const own = mkdtempSync(join(folder, 'own-'));
  writeFileSync(join(own, 'thesis.txt'), 'mine');
  const making = generateCorpus({ documents: 12, seed: 1, directory: own });
  await expect(making).rejects.toThrow(/must be new, empty or an earlier one/);
});
