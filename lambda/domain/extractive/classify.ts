import { cosine, coverage, namingTerms, rarityAmong } from './similarity.ts';
import { termsOf } from './vocabulary.ts';

/** What a prompt shows: names, descriptions and at most 20 examples; never a labelled set. */
export interface ClassificationTask {
  readonly categories: readonly { readonly name: string; readonly description: string }[];
  readonly examples: readonly { readonly category: string; readonly excerpt: string }[];
  readonly document: string;
}

/** Titles stand here. */
const TITLE_CHARACTERS = 300;
/** As much of a document as an example shows. */
const EXCERPT_CHARACTERS = 1_000;
/** Spreads the scores over the confidences, which are not calibrated. */
const SHARPNESS = 6;
const MOST = 3;

/**
 * Scores each category by how much of its description stands in the document's title and in all of
 * it, and by its likest example. Names are labels: they are not read. Deterministic; the confidences
 * of all categories sum to 1.
 */
export function classifyExtractively(task: ClassificationTask) {
  const categories = task.categories.map(({ name, description }) => ({
    name,
    described: termsOf(description),
    examples: task.examples
      .filter(({ category }) => category === name)
      .map(({ excerpt }) => termsOf(excerpt)),
  }));
  const rarity = rarityAmong(
    categories.map(({ described, examples }) => [...described, ...examples.flat()]),
  );
  const whole = new Set(termsOf(task.document));
  const title = new Set(termsOf(task.document.slice(0, TITLE_CHARACTERS)));
  const beginning = termsOf(task.document.slice(0, EXCERPT_CHARACTERS));
  const scored = categories.map(({ name, described, examples }) => {
    const wanted = namingTerms(described, rarity);
    const likest = Math.max(0, ...examples.map((one) => cosine(one, beginning, rarity)));
    const score =
      coverage(wanted, (term) => Number(title.has(term))) +
      coverage(wanted, (term) => Number(whole.has(term))) +
      likest;
    return { category: name, likelihood: Math.exp(SHARPNESS * score) };
  });
  const all = scored.reduce((sum, { likelihood }) => sum + likelihood, 0);
  return scored
    .map(({ category, likelihood }) => ({ category, confidence: likelihood / all }))
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, MOST);
}
