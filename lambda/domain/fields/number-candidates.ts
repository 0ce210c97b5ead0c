import type { Candidate } from './field-candidates.ts';

/** English, German and Spanish numbers that contracts spell out. */
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
  fourteen: 14,
  fifteen: 15,
  eighteen: 18,
  twenty: 20,
  thirty: 30,
  forty: 40,
  'forty-five': 45,
  fifty: 50,
  sixty: 60,
  ninety: 90,
  ein: 1,
  eine: 1,
  einem: 1,
  einen: 1,
  zwei: 2,
  drei: 3,
  vier: 4,
  sechs: 6,
  zehn: 10,
  vierzehn: 14,
  dreißig: 30,
  dreissig: 30,
  sechzig: 60,
  neunzig: 90,
  un: 1,
  una: 1,
  dos: 2,
  tres: 3,
  seis: 6,
  diez: 10,
  quince: 15,
  treinta: 30,
  sesenta: 60,
  noventa: 90,
};
const UNITS: readonly (readonly [RegExp, string, days: number])[] = [
  [/^(?:d[ií]as?|days?|tage?n?|kalendertage?n?)$/iu, 'day', 1],
  [/^(?:weeks?|wochen?|semanas?)$/iu, 'week', 7],
  [/^(?:months?|monate?n?|mes(?:es)?)$/iu, 'month', 30],
  [/^(?:years?|jahre?n?|años?|anos?)$/iu, 'year', 365],
];
const WORDS = Object.keys(NUMBER_WORDS)
  .sort((a, b) => b.length - a.length)
  .join('|');
/** Blanks are counted: without a limit a page of them takes a time that grows with its square. */
const NUMBER_AND_UNIT = new RegExp(
  String.raw`(?<![\p{L}\d.,])(?:(${WORDS})\s{0,40})?\(?(\d{1,4})?\)?[\s-]{0,40}(?:(?:calendar|business|working|consecutive|naturales|full)\s{1,40})?(days?|weeks?|months?|years?|(?:kalender)?tage?n?|wochen?|monate?n?|jahre?n?|d[ií]as?|semanas?|mes(?:es)?|años?)\b`,
  'giu',
);
const NET_DAYS = /\b(?:net|netto|neto|n)\s{0,40}[-/]?\s{0,40}(\d{1,3})\b/giu;
const INTEGER = /(?<![\p{L}\d.,/-])\d{1,6}(?![\p{L}\d%/]|[.,]\d)/gu;
const CODE =
  /(?<![\p{L}\d/.-])(?=[\p{L}\d./_-]*\d)[\p{L}\d][\p{L}\d./_-]{1,28}[\p{L}\d](?![\p{L}\d])/gu;
const CURRENCY =
  /US\$|A\$|C\$|[$€£¥]|(?<!\p{L})(?:RM|Fr\.?|kr|[A-Z]{3}|euros?|dollars?)(?!\p{L})/gu;
const CURRENCY_CODES: Readonly<Record<string, string>> = {
  US$: 'USD',
  A$: 'AUD',
  C$: 'CAD',
  $: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  RM: 'MYR',
  Fr: 'CHF',
  'Fr.': 'CHF',
  kr: 'SEK',
  euro: 'EUR',
  euros: 'EUR',
  dollar: 'USD',
  dollars: 'USD',
};
const ISO_CODES = new Set(
  'USD EUR GBP CHF JPY CNY MYR SEK NOK DKK PLN CZK HUF CAD AUD NZD SGD INR HKD MXN BRL'.split(' '),
);

interface Duration {
  readonly count: number;
  readonly unit: string;
  readonly days: number;
  readonly range: readonly [number, number];
}

/**
 * Durations as `<n> <unit>s`, and in each template learned from training values, where `#` stands
 * for the number and `U` for the unit (`successive # U`).
 */
export function findDurations(text: string, templates: readonly string[]): Candidate[] {
  const forms = templates.length > 0 ? templates : ['# U'];
  return readDurations(text).flatMap(({ count, unit, range }) =>
    forms.map((form) => ({
      value: form.replace('#', String(count)).replace('U', count === 1 ? unit : `${unit}s`),
      range,
      form: `${form}/${unit}`,
    })),
  );
}

/** Plain integers, and durations in days (a month counts 30, a year 365). */
export function findIntegers(text: string): Candidate[] {
  const plain = Array.from(
    text.matchAll(INTEGER),
    (match): Candidate => ({
      value: String(Number(match[0])),
      range: [match.index, match.index + match[0].length],
      form: 'plain',
    }),
  );
  const days = readDurations(text).map(({ count, unit, days: length, range }) => ({
    value: String(count * length),
    range,
    form: unit,
  }));
  return [...plain, ...days];
}

/** Tokens with a digit, such as `INV-2024/0113`. */
export function findCodes(text: string): Candidate[] {
  return Array.from(
    text.matchAll(CODE),
    (match): Candidate => ({
      value: match[0],
      range: [match.index, match.index + match[0].length],
      form: shapeOf(match[0]),
    }),
  );
}

/** Signs and codes of currencies as ISO 4217 codes. */
export function findCurrencies(text: string): Candidate[] {
  return Array.from(text.matchAll(CURRENCY), (match): Candidate => {
    const value = CURRENCY_CODES[match[0]] ?? match[0];
    return { value, range: [match.index, match.index + match[0].length], form: match[0] };
  }).filter(({ value }) => ISO_CODES.has(value));
}

/** Numbers with a unit of time, as digits or words, in English, German and Spanish. */
export function readDurations(text: string): Duration[] {
  const found: Duration[] = [];
  for (const match of text.matchAll(NUMBER_AND_UNIT)) {
    const [whole, word, digits, unitWord] = match;
    const count = digits === undefined ? NUMBER_WORDS[(word ?? '').toLowerCase()] : Number(digits);
    const unit = UNITS.find(([pattern]) => pattern.test(unitWord ?? ''));
    if (count === undefined || unit === undefined) continue;
    const range = [match.index, match.index + whole.length] as const;
    found.push({ count, unit: unit[1], days: unit[2], range });
  }
  for (const match of text.matchAll(NET_DAYS)) {
    const range = [match.index, match.index + match[0].length] as const;
    found.push({ count: Number(match[1]), unit: 'day', days: 1, range });
  }
  return found;
}

/** `INV-2024` → `A-9`: letters, digits and signs in runs. */
function shapeOf(code: string): string {
  return code
    .replace(/\p{Lu}+/gu, 'A')
    .replace(/\p{Ll}+/gu, 'a')
    .replace(/\d+/gu, '9');
}
