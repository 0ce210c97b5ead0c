import type { MeasuredAnswer } from './measured.ts';
import { spoken } from './answer-score.ts';
import { supports } from './stated-facts.ts';

/**
 * Share of the answers given that state a number, a date or a name which the cited chunks lack;
 * an answer that cites nothing and states one counts. What was reckoned from extracted fields is no
 * reader's text and is left out. Null where no answer was given.
 */
export function hallucinationRate(measured: readonly MeasuredAnswer[]): number | null {
  const given = measured.filter(
    ({ answer }) => answer.status === 'answered' && answer.records === undefined,
  );
  if (given.length === 0) {
    return null;
  }
  const lacking = given.filter(
    (one) => !supports(one.citedTexts.join('\n'), spoken(one.answer.text)),
  );
  return lacking.length / given.length;
}
