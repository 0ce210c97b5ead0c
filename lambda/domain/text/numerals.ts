/** CLDR: blanks and apostrophes that group digits. */
export const BLANK = String.raw` \u00a0\u202f\u2009`;
const GROUPING = new RegExp(`[${BLANK}'’ʼ٬]`, 'gu');

/** Digits with marks between them, or in groups of three with blanks or apostrophes. */
export const NUMERAL = new RegExp(
  String.raw`\d{1,3}(?:[${BLANK}'’ʼ]\d{3})+(?:[.,٫]\d{1,3})?(?!\d)|\d(?:[\d.,٫٬]*\d)?`,
  'gu',
);

/** A number as its digits: `1.234,5` is `1234` and `5`. */
export interface Numeral {
  readonly whole: string;
  /** Null where no decimals are written. */
  readonly fraction: string | null;
}

/** Longer runs are card and account numbers. */
const MOST_DIGITS = 15;

/**
 * Words for thousands and more: CLDR 48, compact decimal formats of English (India included),
 * German, French, Spanish, Italian, Portuguese, Dutch and Polish.
 */
const MAGNITUDES: ReadonlyMap<string, number> = new Map([
  ...zeros(3, 'thousand tausend mille mila duizend tys'),
  ...zeros(5, 'lakh lakhs'),
  ...zeros(
    6,
    `million millions mio mn millionen millón millones milione milioni milhão milhões miljoen mln`,
  ),
  ...zeros(7, 'crore crores'),
  ...zeros(
    9,
    `billion billions bn mrd milliarde milliarden milliard milliards miliardo miliardi bilhão
    bilhões miljard mld`,
  ),
]);

/** Digits of every script as 0 to 9; the length stays. */
export function westernDigits(text: string): string {
  return text.replace(/(?![0-9])\p{Nd}/gu, (digit) => {
    // Decimal digits stand in runs of ten code points (Unicode, chapter 4.6): count back to zero.
    const code = digit.codePointAt(0) ?? 0;
    let zero = code;
    while (code - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
    return String(code - zero).padEnd(digit.length, ' ');
  });
}

/**
 * Reads a number in any grouping: threes with `.`, `,`, blanks or apostrophes, or lakh and crore
 * (`12,34,567.89`). A single mark before exactly three digits groups (`1,234`), unless zero stands
 * before it, groups stand before it already, or the currency has three decimals. Null where the
 * groups are no number's.
 */
export function parseNumeral(text: string, minorUnits = 2): Numeral | null {
  const isSpaced = /[\s\u00a0\u202f\u2009'’ʼ٬]/u.test(text.trim());
  const bare = text.trim().replace(GROUPING, '');
  const match = /^(?<head>[\d.,]*?\d)(?:(?<mark>[.,٫])(?<tail>\d+))?$/u.exec(bare);
  const { head, mark, tail } = match?.groups ?? {};
  if (head === undefined) return null;
  if (mark === undefined || tail === undefined) return numeral(head, null);
  const groups = groupsOf(head, mark);
  if (groups === null) {
    // The last mark groups as well: `1.234.567`, `12,34,567`.
    const all = groupsOf(`${head}${mark}${tail}`, null);
    return all === null ? null : numeral(all, null);
  }
  const isGrouped = isSpaced || head.length > groups.length;
  const groupsThousands =
    mark !== '٫' &&
    tail.length === 3 &&
    !isGrouped &&
    minorUnits !== 3 &&
    /^[1-9]\d{0,2}$/.test(head);
  return groupsThousands ? numeral(head + tail, null) : numeral(groups, tail);
}

/**
 * Numbers of a text in one form, in order: no grouping, no zeros at either end (`1,200.50` is `1200.5`).
 * What is grouped as no number is (`1.2.3`) stands as it is written.
 */
export function readNumbers(text: string): readonly string[] {
  return Array.from(westernDigits(text).matchAll(NUMERAL), ([written]) => {
    const number = parseNumeral(written);
    return number === null ? written : plainOf(number);
  });
}

/** How many zeros a word such as `million` or `lakh` adds; 0 for any other. */
export function zerosOf(word: string): number {
  return MAGNITUDES.get(word.toLowerCase()) ?? 0;
}

/** A numeral times a power of ten, as a decimal with at least two digits after the point. */
export function decimalOf({ whole, fraction }: Numeral, zerosAdded = 0): string {
  const digits = (fraction ?? '').padEnd(zerosAdded, '0');
  const shifted = `${whole}${digits.slice(0, zerosAdded)}`.replace(/^0+(?=\d)/u, '');
  return `${shifted}.${digits.slice(zerosAdded).padEnd(2, '0')}`;
}

function plainOf({ whole, fraction }: Numeral): string {
  const decimals = (fraction ?? '').replace(/0+$/u, '');
  const integer = whole.replace(/^0+(?=\d)/u, '');
  return decimals === '' ? integer : `${integer}.${decimals}`;
}

/** The digits of grouped thousands without their mark, which must differ from the decimal mark. */
function groupsOf(text: string, decimalMark: string | null): string | null {
  const used = new Set(text.match(/[.,]/gu));
  const [separator] = used;
  if (separator === undefined) return text;
  if (used.size > 1 || separator === decimalMark) return null;
  const [first = '', ...rest] = text.split(separator);
  const last = rest.pop() ?? '';
  if (first.length === 0 || first.length > 3 || last.length !== 3) return null;
  const isThousands = rest.every((group) => group.length === 3);
  const isLakh = first.length < 3 && rest.every((group) => group.length === 2);
  return isThousands || isLakh ? first + rest.join('') + last : null;
}

function numeral(grouped: string, fraction: string | null): Numeral | null {
  const whole = groupsOf(grouped, null);
  return whole === null || whole.length > MOST_DIGITS ? null : { whole, fraction };
}

function zeros(count: number, words: string): readonly (readonly [string, number])[] {
  return words.split(/\s+/).map((word) => [word, count] as const);
}
