import { readNumbers } from '../../text/numerals.ts';
import { readDates } from '../../text/read-dates.ts';
import { contentWords, stem, words } from '../../text/words.ts';

/** Share of an answer's content words that stand in the source, by stem; 1 for an answer without any. */
export function groundingOf(answer: string, source: string): number {
  const asked = new Set(contentWords(answer).map(stem));
  if (asked.size === 0) return 1;
  const present = new Set(words(source).map(stem));
  let held = 0;
  for (const word of asked) if (present.has(word)) held += 1;
  return held / asked.size;
}

/**
 * Numbers, dates and names of an answer that the source does not hold. A date counts as held when
 * the source writes the same day in another form; a name is a run of capitalised words that does
 * not begin a sentence.
 */
export function unsupportedFacts(answer: string, source: string): readonly string[] {
  const dates = readDates(answer);
  const sourceDates = new Set(readDates(source).flatMap(({ readings }) => readings));
  const missing = dates
    .filter(
      ({ readings, range }) =>
        !readings.some((reading) => sourceDates.has(reading)) &&
        !source.includes(answer.slice(...range)),
    )
    .map(({ value, range }) => value ?? answer.slice(...range));
  let rest = answer;
  for (const { range } of dates.toReversed()) {
    rest = `${rest.slice(0, range[0])} ${rest.slice(range[1])}`;
  }
  const numbers = new Set(readNumbers(source));
  missing.push(...readNumbers(rest).filter((number) => !numbers.has(number)));
  const present = new Set(words(source));
  for (const [name] of rest.matchAll(/(?<![.!?]\s|^)(?<!\p{L})\p{Lu}[\p{L}&'-]+/gu)) {
    if (words(name).some((word) => !present.has(word))) missing.push(name);
  }
  return missing;
}
