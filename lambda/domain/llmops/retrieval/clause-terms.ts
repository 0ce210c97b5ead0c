import { sentencesOf } from '../../text/sentences.ts';
import { words } from '../../text/words.ts';

/** Word or pair of neighbours → how much it speaks for the clause (below zero: against it). */
export type ClauseTerms = Readonly<Record<string, number>>;

/** Rarer ones are names and chance. */
const LEAST_SENTENCES = 2;
/** Kept of a clause: those that its sentences hold most often and that tell most. */
const MOST_TERMS = 1_000;

/** How many sentences hold a term. */
export interface TermCounts {
  readonly counts: ReadonlyMap<string, number>;
  readonly sentences: number;
}

export function countSentenceTerms(texts: readonly string[]): TermCounts {
  const counts = new Map<string, number>();
  const sentences = texts.flatMap(sentencesOf);
  for (const sentence of sentences) {
    for (const term of termsOf(sentence)) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return { counts, sentences: sentences.length };
}

/**
 * Log odds of a term in the clause's sentences against all others, times how rare it is (inverse
 * document frequency over sentences): a naive Bayes ratio (Wang and Manning, ACL 2012) over words and pairs.
 */
export function learnClauseTerms(own: TermCounts, all: TermCounts): ClauseTerms {
  const others = Math.max(0, all.sentences - own.sentences);
  const scored = [...own.counts].flatMap(([term, count]) => {
    if (count < LEAST_SENTENCES) return [];
    const total = Math.max(all.counts.get(term) ?? count, count);
    const here = (count + 0.5) / (own.sentences + 1);
    const there = (total - count + 0.5) / (others + 1);
    const rarity = Math.log((1 + all.sentences) / (1 + total)) + 1;
    const weight = Math.log(here / there) * rarity;
    return [{ term, weight, tells: here * Math.abs(weight) }];
  });
  const best = scored
    .toSorted((a, b) => b.tells - a.tells || (a.term < b.term ? -1 : 1))
    .slice(0, MOST_TERMS);
  return Object.fromEntries(best.map(({ term, weight }) => [term, Number(weight.toPrecision(3))]));
}

/** How much a sentence reads like the clause; comparable within one clause only. */
export function clauseScore(terms: ClauseTerms, sentence: string): number {
  const found = termsOf(sentence);
  let sum = 0;
  for (const term of found) {
    if (Object.hasOwn(terms, term)) sum += terms[term] ?? 0;
  }
  return sum / Math.sqrt(Math.max(1, found.size));
}

function termsOf(sentence: string): ReadonlySet<string> {
  const found = new Set<string>();
  let before: string | null = null;
  for (const word of words(sentence)) {
    if (/^\p{N}/u.test(word)) {
      before = null;
      continue;
    }
    found.add(word);
    if (before !== null) found.add(`${before} ${word}`);
    before = word;
  }
  return found;
}
