import type { PiiType } from '../../../config/guardrail.ts';
import type { CharacterRange } from '../text/character-range.ts';

export interface FoundPii {
  readonly type: PiiType;
  readonly range: CharacterRange;
}

interface Detector {
  readonly type: PiiType;
  readonly pattern: RegExp;
  readonly isValid: (match: string) => boolean;
}

/** In order of precedence: an IBAN holds runs that look like cards, a card runs that look like phones. */
const DETECTORS: readonly Detector[] = [
  {
    type: 'EMAIL',
    pattern: /(?<![\w.+-])[\w.+-]{1,64}@(?:[\p{L}\d-]{1,63}\.)+\p{L}{2,24}(?![\w-])/gu,
    isValid: () => true,
  },
  {
    type: 'INTERNATIONAL_BANK_ACCOUNT_NUMBER',
    pattern:
      /(?<![A-Z0-9])[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{4}){2,7}(?:[ -]?[A-Z0-9]{1,3})?(?![A-Z0-9])/g,
    isValid: isIban,
  },
  {
    type: 'CREDIT_DEBIT_CARD_NUMBER',
    pattern:
      /(?<![\w-])[3-6]\d{3}(?:[ -]?\d{4}){2}[ -]?\d{1,7}(?![\w-])|(?<![\w-])3[47]\d{2}[ -]?\d{6}[ -]?\d{5}(?![\w-])/g,
    isValid: isCardNumber,
  },
  {
    type: 'US_SOCIAL_SECURITY_NUMBER',
    pattern: /(?<![\w-])\d{3}([- ])\d{2}\1\d{4}(?![\w-])/g,
    isValid: isSocialSecurityNumber,
  },
  {
    type: 'PHONE',
    // International, or North American with its separators; a bare run of digits is a number of
    // something else unless a word says that it is a telephone.
    pattern:
      /(?<![\w+.-])\+\d{1,3}[ .-]?(?:\(\d{1,4}\)[ .-]?)?\d{1,4}(?:[ .-]?\d{2,5}){1,4}(?![\w-])|(?<![\w-])(?:\(\d{3}\) ?|\d{3}([-.]))\d{3}[-.]\d{4}(?![\w-])|(?<=\b(?:tel(?:efon|[eé]fono|ephone)?|phone|mobile|mobil|fax|call)\b[.:]?[ \t]{0,3})\(?\d[\d ()/.-]{5,16}\d(?![\w-])/giu,
    isValid: (match) => {
      const digits = match.replace(/\D/g, '').length;
      return digits >= 7 && digits <= 15;
    },
  },
];

/** Personal data in a text, in order, without overlaps; what has a checksum is checked by it. */
export function findPii(text: string): readonly FoundPii[] {
  const found: FoundPii[] = [];
  for (const { type, pattern, isValid } of DETECTORS) {
    for (const match of text.matchAll(pattern)) {
      const range = [match.index, match.index + match[0].length] as const;
      const taken = found.some((one) => one.range[0] < range[1] && range[0] < one.range[1]);
      if (!taken && isValid(match[0])) found.push({ type, range });
    }
  }
  return found.sort((a, b) => a.range[0] - b.range[0]);
}

/** The text with each finding replaced by `{TYPE}`, as Bedrock anonymises. */
export function maskPii(text: string, found: readonly FoundPii[]): string {
  let masked = text;
  for (const { type, range } of found.toReversed()) {
    masked = `${masked.slice(0, range[0])}{${type}}${masked.slice(range[1])}`;
  }
  return masked;
}

/** ISO 13616: letters are numbers from 10, the first four characters go last, modulo 97 is 1. */
export function isIban(text: string): boolean {
  const bare = text.replace(/[ -]/g, '').toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(bare)) return false;
  let rest = 0;
  for (const character of bare.slice(4) + bare.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

/** ISO/IEC 7812: 13 to 19 digits with a valid Luhn sum; one digit repeated is no card. */
export function isCardNumber(text: string): boolean {
  const digits = text.replace(/[ -]/g, '');
  if (!/^\d{13,19}$/.test(digits) || /^(\d)\1+$/.test(digits)) return false;
  let sum = 0;
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at]);
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** Areas 000, 666 and 900–999, group 00 and serial 0000 were never issued (US SSA, 2011). */
function isSocialSecurityNumber(text: string): boolean {
  const [area = '', group = '', serial = ''] = text.split(/[- ]/);
  return !(/^(?:000|666|9\d\d)$/.test(area) || group === '00' || serial === '0000');
}
