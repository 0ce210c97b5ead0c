import { CATEGORY_TERMS, CATEGORY_WORDS } from './category-words.ts';
import { contentWords, stem, words } from '../text/words.ts';

/** What a prompt shows: names, descriptions and at most 20 examples; never a labelled set. */
export interface ClassificationTask {
  readonly categories: readonly { readonly name: string; readonly description: string }[];
  readonly examples: readonly { readonly category: string; readonly excerpt: string }[];
  readonly document: string;
}

/** Titles stand here. */
const TITLE_CHARACTERS = 300;
const TITLE_WEIGHT = 4;
const NAME_WEIGHT = 0.5;
const DESCRIPTION_WEIGHT = 8;
/** Of a description of a few words that all stand in a document little follows. */
const ENOUGH_TERMS = 12;
const EXAMPLE_WEIGHT = 6;

/** Spreads the scores over the confidences; they are not calibrated. */
const SHARPNESS = 1.5;

/**
 * Scores each category by its name and common titles in the document's head, the words of its
 * description and the likeness of its examples. Deterministic; confidences sum to 1 over all.
 */
export function classifyExtractively(task: ClassificationTask) {
  const head = plain(task.document.slice(0, TITLE_CHARACTERS));
  const whole = plain(task.document);
  const stems = new Set(contentWords(task.document).map(stem));
  const rare = rarity(task.categories.map(vocabularyOf));
  const scored = task.categories.map(({ name, description }) => {
    const phrases = [name.replaceAll('-', ' '), ...(CATEGORY_WORDS[name] ?? [])].map(plain);
    const title = Math.max(0, ...phrases.map((phrase) => titleScore(head, phrase)));
    const named = phrases.filter((phrase) => contains(whole, phrase)).length / phrases.length;
    const examples = task.examples.filter(({ category }) => category === name);
    const score =
      TITLE_WEIGHT * title +
      NAME_WEIGHT * named +
      DESCRIPTION_WEIGHT * overlap(vocabularyOf({ name, description }), stems, rare) +
      EXAMPLE_WEIGHT * Math.max(0, ...examples.map(({ excerpt }) => likeness(excerpt, stems)));
    return { category: name, score };
  });
  const total = scored.reduce((sum, { score }) => sum + Math.exp(SHARPNESS * score), 0);
  return scored
    .map(({ category, score }) => ({ category, confidence: Math.exp(SHARPNESS * score) / total }))
    .sort((a, b) => b.confidence - a.confidence || (a.category < b.category ? -1 : 1))
    .slice(0, 3);
}

function vocabularyOf(category: ClassificationTask['categories'][number]): string {
  return `${category.name} ${category.description} ${CATEGORY_TERMS[category.name] ?? ''}`;
}

/** 1 at the very beginning, less the later; a longer phrase says more. */
function titleScore(head: string, phrase: string): number {
  const at = ` ${head} `.indexOf(` ${phrase} `);
  if (at < 0) return partialTitle(head, phrase);
  return (1 - (0.5 * at) / TITLE_CHARACTERS) * (1 + 0.2 * (phrase.split(' ').length - 1));
}

/** Words of a name that stand apart in the title, such as "co-branding and … agreement". */
function partialTitle(head: string, phrase: string): number {
  const parts = phrase.split(' ').filter((part) => part !== 'agreement' && part.length > 3);
  if (parts.length === 0) return 0;
  const present = new Set(head.split(' ').map(stem));
  return (0.6 * parts.filter((part) => present.has(stem(part))).length) / parts.length;
}

function overlap(
  text: string,
  stems: ReadonlySet<string>,
  rare: ReadonlyMap<string, number>,
): number {
  const terms = [...new Set(contentWords(text).map(stem))];
  const total = terms.reduce((sum, term) => sum + (rare.get(term) ?? 0), 0);
  const held = terms.filter((term) => stems.has(term));
  if (total === 0) return 0;
  const share = held.reduce((sum, term) => sum + (rare.get(term) ?? 0), 0) / total;
  return share * Math.min(1, terms.length / ENOUGH_TERMS);
}

/** Jaccard of the stems. */
function likeness(excerpt: string, stems: ReadonlySet<string>): number {
  const own = new Set(contentWords(excerpt).map(stem));
  const shared = [...own].filter((term) => stems.has(term)).length;
  const smaller = Math.min(own.size, stems.size);
  return smaller === 0 ? 0 : shared / Math.sqrt(own.size * stems.size);
}

function rarity(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const term of new Set(contentWords(text).map(stem))) {
      counts.set(term, (counts.get(term) ?? 0) + 1);
    }
  }
  return new Map([...counts].map(([term, count]) => [term, Math.log(1 + texts.length / count)]));
}

function contains(text: string, phrase: string): boolean {
  return ` ${text} `.includes(` ${phrase} `);
}

function plain(text: string): string {
  return words(text).join(' ');
}
