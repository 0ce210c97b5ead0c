import { features, training } from '../../../../config/gates.ts';
import { taxonomy } from '../../../../config/taxonomy.ts';
import { trainGradientBoosting } from '../../../../lambda/domain/trees/gradient-boosting.ts';
import { draw, seededRandom } from '../../../../lambda/domain/features/random.ts';
import { scoreTrees } from '../../../../lambda/domain/trees/score-trees.ts';
import {
  columnsOf,
  fitVectoriser,
  vectorise,
} from '../../../../lambda/domain/features/vectoriser.ts';
import { wordsOf } from '../../../../lambda/domain/text/tokens.ts';
import { isPlanned, planCorpus } from '../../../../local/corpus/generate/plan.ts';
import { renderText } from '../../../../local/corpus/generate/render/render-text.ts';
import { writeDocument } from '../../../../local/corpus/generate/write-document.ts';

const DOCUMENTS = 480;
/** A third of the configured rounds is enough to see how hard the corpus is, in a third of the time. */
const ROUNDS = 20;

const categories = taxonomy.categories.map((category) => category.name);
const documents = planCorpus(DOCUMENTS, 1).map((planned) => {
  const draft = writeDocument(planned, 1, isPlanned(planned.deal, 'purchase-order', DOCUMENTS));
  const text = new TextDecoder().decode(renderText(draft, null).bytes);
  return { category: planned.category, text, draft };
});

test.each(categories)('no single word decides what a %s is', (category) => {
  const inAll = new Map<string, number>();
  const inCategory = new Map<string, number>();
  for (const document of documents) {
    for (const word of new Set(wordsOf(document.text))) {
      inAll.set(word, (inAll.get(word) ?? 0) + 1);
      if (document.category !== category) continue;
      inCategory.set(word, (inCategory.get(word) ?? 0) + 1);
    }
  }
  const size = documents.filter((document) => document.category === category).length;
  const decisive = [...inCategory].filter(
    ([word, count]) => count / size >= 0.9 && count / (inAll.get(word) ?? 1) >= 0.9,
  );
  expect(decisive).toEqual([]);
});

test('the classical side lands between 0.80 and 0.995 on a held-out 30 %', () => {
  const shuffled = draw(documents, DOCUMENTS, seededRandom(1));
  const train = shuffled.slice(0, DOCUMENTS * 0.7);
  const scored = shuffled.slice(DOCUMENTS * 0.7);
  const vectoriser = fitVectoriser(
    train.map((document) => document.text),
    features,
  );
  const set = {
    rows: train.map((document) => vectorise(vectoriser, document.text)),
    labels: train.map((document) => categories.indexOf(document.category)),
    classes: categories.length,
    features: columnsOf(vectoriser),
    seed: 1,
  };
  const model = trainGradientBoosting(set, { ...training, rounds: ROUNDS });
  const right = scored.filter(({ category, text }) => {
    const scores = scoreTrees(model, vectorise(vectoriser, text));
    return categories[scores.indexOf(Math.max(...scores))] === category;
  });
  const accuracy = right.length / scored.length;
  expect(accuracy).toBeGreaterThanOrEqual(0.8);
  expect(accuracy).toBeLessThanOrEqual(0.995);
});

test.each([
  'prompt-injection',
  'iban',
  'card-number',
  'email',
  'phone',
  'social-security-number',
])('some documents carry a planted %s', (what) => {
  expect(documents.some(({ draft }) => draft.contains.includes(what))).toBe(true);
});

test.each(
  taxonomy.complianceRules.map((rule) => rule.id),
)('some documents meet %s and some violate it', (rule) => {
  const outcomes = new Set(documents.map(({ draft }) => draft.compliance[rule]));
  expect([outcomes.has('met'), outcomes.has('violated')]).toEqual([true, true]);
});
