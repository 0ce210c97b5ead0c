import type { CharacterRange } from './character-range.ts';

export interface FoundDuration {
  readonly count: number;
  readonly unit: 'day' | 'week' | 'month' | 'year';
  /** Such as `30 days`. */
  readonly value: string;
  readonly range: CharacterRange;
}

const NUMBER_WORDS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  fifteen: 15,
  eighteen: 18,
  twenty: 20,
  thirty: 30,
  'forty-five': 45,
  sixty: 60,
  ninety: 90,
  'one hundred eighty': 180,
  'one hundred twenty': 120,
  zwei: 2,
  drei: 3,
  sechs: 6,
  dreissig: 30,
  dreißig: 30,
  sechzig: 60,
  neunzig: 90,
  dos: 2,
  tres: 3,
  treinta: 30,
  sesenta: 60,
  noventa: 90,
};
const WORD = Object.keys(NUMBER_WORDS)
  .sort((a, b) => b.length - a.length)
  .map((word) => word.replace(/[- ]/g, '[- ]'))
  .join('|');
const UNITS: readonly (readonly [FoundDuration['unit'], RegExp])[] = [
  ['day', /^(?:day|tag|d[ií]a)/i],
  ['week', /^(?:week|woche|semana)/i],
  ['month', /^(?:month|monat|mes)/i],
  ['year', /^(?:year|jahr|a[nñ]o)/i],
];
/** `30 days`, `thirty (30) calendar days`, `(30) Tage`, `two-year`, `treinta días`. */
const DURATION = new RegExp(
  `(?<![\\p{L}\\d.,])(?:(?<word>${WORD})(?: ?\\(\\s?(?<both>\\d{1,3})\\s?\\))?|\\(?(?<digits>\\d{1,3})\\)?(?: ?\\(\\p{L}[\\p{L} -]{2,20}\\))?)(?:[ -]{1,2}|\\s)(?:(?:calendar|business|working|consecutive|full|naturales|h[aá]biles)\\s)?(?<unit>days?|weeks?|months?|years?|tag(?:e|en)?|wochen?|monat(?:e|en)?|jahr(?:e|en)?|d[ií]as?|semanas?|mes(?:es)?|a[nñ]os?)(?![\\p{L}])`,
  'giu',
);

/** Durations of a text in order, in English, German and Spanish, in digits and in words. */
export function findDurations(text: string): readonly FoundDuration[] {
  return [...text.matchAll(DURATION)].flatMap((match) => {
    const { word, both, digits, unit: written = '' } = match.groups ?? {};
    const named = NUMBER_WORDS[(word ?? '').toLowerCase().replace(/^(forty) /, '$1-')];
    const count = Number(both ?? digits ?? named ?? Number.NaN);
    const unit = UNITS.find(([, pattern]) => pattern.test(written))?.[0];
    if (unit === undefined || !Number.isFinite(count) || count === 0) return [];
    const value = `${count} ${unit}${count === 1 ? '' : 's'}`;
    return [{ count, unit, value, range: [match.index, match.index + match[0].length] as const }];
  });
}
