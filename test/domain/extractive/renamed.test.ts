import { taxonomy } from '../../../config/taxonomy.ts';
import { extractExtractively } from '../../../lambda/domain/extractive/extract.ts';
import { isPlanned, planCorpus } from '../../../local/corpus/generate/plan.ts';
import { renderText } from '../../../local/corpus/generate/render/render-text.ts';
import { clauseQuestions } from '../../../local/corpus/generate/wording/general-clauses.ts';
import { writeDocument } from '../../../local/corpus/generate/write-document.ts';
import { renamed } from './naming.ts';
import { type LabelledText, type Reader, readerScores, type Sample } from './reader-scores.ts';

const DOCUMENTS = 120;
const SEED = 11;
const WIDTH = 90;
/** Points of a hundred. */
const TOLERANCE = 0.02;

const naming = { ...taxonomy, clauses: clauseQuestions };
const sample = generated();

test('nonsense for names of categories, fields and clauses moves no score by two points', async () => {
  const other = renamed(naming);
  const [plain, nonsense] = await Promise.all([
    readerScores(sample, naming),
    readerScores(sample, other.naming, other.nameOf),
  ]);
  const kinds = ['categories', 'fields', 'clauses'] as const;
  const moved = kinds.filter((kind) => Math.abs(plain[kind] - nonsense[kind]) > TOLERANCE);
  expect([moved, plain, nonsense]).toEqual([[], plain, nonsense]);
  expect(Math.min(...Object.values(plain))).toBeGreaterThan(0.4);
});

test('a reader that reads names is found out', async () => {
  const words = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}]+/gu, ' ');
  const planted: Reader = {
    classify: ({ categories, document }) =>
      categories
        .filter(({ name }) => words(document).includes(words(name)))
        .map(({ name }) => ({ category: name, confidence: 1 })),
    extract: ({ fields, document }) =>
      extractExtractively({
        document,
        fields: fields.map((field) => ({ ...field, description: words(field.name) })),
      }),
  };
  const other = renamed(naming);
  const [plain, nonsense] = await Promise.all([
    readerScores(sample, naming, (name) => name, planted),
    readerScores(sample, other.naming, other.nameOf, planted),
  ]);
  expect(plain.categories - nonsense.categories).toBeGreaterThan(TOLERANCE);
  expect(plain.fields - nonsense.fields).toBeGreaterThan(TOLERANCE);
});

/** Texts of the generator, half to learn from. */
function generated(): Sample {
  const texts = planCorpus(DOCUMENTS, SEED).map((planned): LabelledText => {
    const { id, category, deal } = planned;
    const draft = writeDocument(planned, SEED, isPlanned(deal, 'purchase-order', DOCUMENTS));
    const { bytes, printed } = renderText(draft, WIDTH);
    const clauses: Record<string, string[]> = {};
    for (const block of draft.blocks) {
      if (block.kind !== 'paragraph' || block.clause === undefined) continue;
      const span = printed(block.text);
      if (span !== null) (clauses[block.clause] ??= []).push(span);
    }
    return { id, text: new TextDecoder().decode(bytes), category, fields: draft.fields, clauses };
  });
  return { train: texts.slice(0, DOCUMENTS / 2), scored: texts.slice(DOCUMENTS / 2) };
}
