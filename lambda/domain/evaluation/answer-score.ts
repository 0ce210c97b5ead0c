import { withoutMarks } from '../gateway/answer-text.ts';
import { WITHHELD_MARK } from '../llmops/answer/answer-in-making.ts';
import type { GoldAnswer, MeasuredAnswer } from './measured.ts';
import { contentWords, stem } from '../text/words.ts';
import { factShare } from './stated-facts.ts';
import { holdsWords, overlaps, sameWords, wordF1 } from './word-overlap.ts';

/** What one answer is worth, beside its gold; shares are 0 to 1, null where they say nothing. */
export interface AnswerScore {
  /** It says what the gold says, or refuses where the corpus does not say. */
  readonly right: boolean;
  /** Nothing was answered. */
  readonly refused: boolean;
  /** The words of the gold answer and no others. */
  readonly exactMatch: boolean | null;
  /** Of words, against the gold answer, or the nearest evidence where it has none. */
  readonly f1: number | null;
  /** Citations that stand on gold evidence, of those given. */
  readonly citationPrecision: number | null;
  /** Gold evidence that is cited. */
  readonly citationRecall: number | null;
  /** Facts stated (numbers, dates, names) that the cited passages hold. */
  readonly factuality: number | null;
  /** Words of the question that the answer or what it cites speaks of. */
  readonly relevance: number | null;
}

/** Yes and no (CLDR 48, `posix/messages`): the answer to a closed question must not be the opposite. */
const AFFIRMATIVE = /^\s*(?:yes|ja|oui|sí|si|sim|tak)(?!\p{L})/iu;
const NEGATIVE = /^\s*(?:no|nein|non|nee|não|nie)(?!\p{L})/iu;

/** The answer as it was said: no marks of passages, nothing that stands for what was withheld. */
export function spoken(text: string): string {
  return withoutMarks(text).replaceAll(WITHHELD_MARK, ' ').trim();
}

/**
 * Scores an answer. Right means: where the gold answer is known, the answer holds its words, or every
 * number, date and name of it without saying no for yes; where only evidence is known, a citation
 * stands on it; where the corpus does not say, nothing is answered.
 */
export function scoreAnswer(measured: MeasuredAnswer, gold: GoldAnswer): AnswerScore {
  const { answer, citedTexts } = measured;
  const refused = answer.status !== 'answered';
  const text = spoken(answer.text);
  const quotes = answer.citations.map(({ quote }) => quote);
  if (!gold.answerable || refused) {
    const none = { exactMatch: null, f1: null, citationPrecision: null, citationRecall: null };
    const right =
      refused && !gold.answerable && answer.status !== 'failed' && answer.status !== 'interrupted';
    const missed = gold.answerable ? { ...none, f1: 0, exactMatch: false } : none;
    const rest = refused ? { factuality: null, relevance: null } : judged(measured, text);
    return { right, refused, ...missed, ...rest };
  }
  const standing = quotes.filter((quote) => gold.evidence.some((span) => overlaps(quote, span)));
  const found = gold.evidence.filter((span) => quotes.some((quote) => overlaps(quote, span)));
  return {
    right: gold.answer === null ? standing.length > 0 : says(text, gold.answer),
    refused,
    exactMatch: gold.answer === null ? null : sameWords(text, gold.answer),
    f1: f1Of(text, gold),
    citationPrecision: share(standing.length, gold.evidence.length === 0 ? 0 : quotes.length),
    citationRecall: share(found.length, gold.evidence.length),
    ...judged({ answer, citedTexts }, text),
  };
}

function says(text: string, gold: string): boolean {
  if (holdsWords(text, gold)) return true;
  if (AFFIRMATIVE.test(gold) && !AFFIRMATIVE.test(text)) return false;
  if (NEGATIVE.test(gold) && !NEGATIVE.test(text)) return false;
  return factShare(text, gold) === 1;
}

function f1Of(text: string, { answer, evidence }: GoldAnswer): number | null {
  const wanted = answer === null ? evidence : [answer];
  return wanted.length === 0 ? null : Math.max(...wanted.map((one) => wordF1(text, one)));
}

function judged(
  { answer, citedTexts }: Pick<MeasuredAnswer, 'answer' | 'citedTexts'>,
  text: string,
): Pick<AnswerScore, 'factuality' | 'relevance'> {
  const source = citedTexts.join('\n');
  const asked = new Set(contentWords(answer.question).map(stem));
  const said = new Set(contentWords(`${text}\n${source}`).map(stem));
  const spokenOf = [...asked].filter((word) => said.has(word)).length;
  // What was reckoned from records cites rows, not passages: their facts are checked by the query.
  const factuality = answer.records === undefined ? factShare(source, text) : null;
  return { factuality, relevance: share(spokenOf, asked.size) };
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
