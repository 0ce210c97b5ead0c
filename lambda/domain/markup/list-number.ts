/** Ways of counting, by their names in CSS Counter Styles 3 where it has one. */
export type Counting =
  | 'decimal'
  | 'decimal-leading-zero'
  | 'lower-alpha'
  | 'upper-alpha'
  /** a … z, aa, bb, …: Word repeats the letter (ECMA-376 part 1, 17.18.59). */
  | 'lower-repeated'
  | 'upper-repeated'
  | 'lower-roman'
  | 'upper-roman'
  | 'lower-greek'
  | 'lower-cyrillic'
  | 'upper-cyrillic'
  | 'circled'
  | 'ordinal'
  | 'cjk'
  | 'none';

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];
const LATIN = 'abcdefghijklmnopqrstuvwxyz';
const GREEK = 'αβγδεζηθικλμνξοπρστυφχψω';
/** Without ё, й, ъ, ы, ь, as lists leave them out. */
const CYRILLIC = 'абвгдежзиклмнопрстуфхцчшщэюя';
const CJK_DIGITS = '〇一二三四五六七八九';
const CJK_UNITS = ['', '十', '百', '千'];

/** A position in a list as it is printed; numbers that a way of counting lacks are decimal. */
export function listNumber(value: number, counting: Counting): string {
  const counted = countingOf(value, counting);
  return counted === null ? String(value) : counted;
}

function countingOf(value: number, counting: Counting): string | null {
  switch (counting) {
    case 'none':
      return '';
    case 'decimal-leading-zero':
      return value >= 0 && value < 10 ? `0${value}` : null;
    case 'lower-alpha':
      return alphabetic(value, LATIN);
    case 'upper-alpha':
      return alphabetic(value, LATIN)?.toUpperCase() ?? null;
    case 'lower-repeated':
      return repeated(value);
    case 'upper-repeated':
      return repeated(value)?.toUpperCase() ?? null;
    case 'lower-roman':
      return roman(value);
    case 'upper-roman':
      return roman(value)?.toUpperCase() ?? null;
    case 'lower-greek':
      return alphabetic(value, GREEK);
    case 'lower-cyrillic':
      return alphabetic(value, CYRILLIC);
    case 'upper-cyrillic':
      return alphabetic(value, CYRILLIC)?.toUpperCase() ?? null;
    case 'circled':
      return value >= 1 && value <= 20 ? String.fromCodePoint(0x2460 + value - 1) : null;
    case 'ordinal':
      return value < 0 ? null : `${value}${ordinalEnding(value)}`;
    case 'cjk':
      return cjk(value);
    case 'decimal':
    default:
      return null;
  }
}

function alphabetic(value: number, letters: string): string | null {
  if (value < 1) return null;
  let left = value;
  let text = '';
  while (left > 0) {
    left -= 1;
    text = (letters[left % letters.length] ?? '') + text;
    left = Math.floor(left / letters.length);
  }
  return text;
}

function repeated(value: number): string | null {
  if (value < 1 || value > 780) return null;
  const letter = LATIN[(value - 1) % LATIN.length] ?? '';
  return letter.repeat(Math.floor((value - 1) / LATIN.length) + 1);
}

function roman(value: number): string | null {
  if (value < 1 || value > 3_999) return null;
  let left = value;
  let text = '';
  for (const [worth, sign] of ROMAN) {
    while (left >= worth) {
      text += sign;
      left -= worth;
    }
  }
  return text;
}

function ordinalEnding(value: number): string {
  const tens = value % 100;
  if (tens >= 11 && tens <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][value % 10] ?? 'th';
}

function cjk(value: number): string | null {
  if (value < 1 || value > 9_999) return null;
  const digits = String(value).split('').map(Number);
  const text = digits
    .map((digit, at) => {
      if (digit === 0) return '';
      const unit = CJK_UNITS[digits.length - 1 - at] ?? '';
      return digit === 1 && digits.length === 2 && at === 0 ? unit : `${CJK_DIGITS[digit]}${unit}`;
    })
    .join('');
  return text;
}
