import { isValidBIC, isValidIBAN } from 'ibantools';
import type { CharacterRange } from './character-range.ts';

export interface FoundIdentifier {
  readonly kind: 'iban' | 'card' | 'gtin' | 'lei' | 'creditor-reference';
  /** Without blanks and hyphens, in capitals. */
  readonly value: string;
  readonly range: CharacterRange;
}

const CODE =
  /(?<![\p{L}\d/.-])(?=[\p{L}\d./_-]*\d)[\p{L}\d][\p{L}\d./_-]{1,28}[\p{L}\d](?![\p{L}\d])/gu;
const KINDS: readonly (readonly [FoundIdentifier['kind'], RegExp, (text: string) => boolean])[] = [
  [
    'iban',
    /(?<![A-Z\d])[A-Z]{2}\d{2}(?:[ -]?[A-Z\d]{4}){2,7}(?:[ -]?[A-Z\d]{1,3})?(?![A-Z\d])/g,
    isIban,
  ],
  [
    'creditor-reference',
    /(?<![A-Z\d])RF\d{2}(?:[ ]?[A-Z\d]{1,4}){1,6}(?![A-Z\d])/g,
    isCreditorReference,
  ],
  [
    'card',
    /(?<![\w-])[3-6]\d{3}(?:[ -]?\d{4}){2}[ -]?\d{1,7}(?![\w-])|(?<![\w-])3[47]\d{2}[ -]?\d{6}[ -]?\d{5}(?![\w-])/g,
    isCardNumber,
  ],
  ['lei', /(?<![A-Z\d])[A-Z\d]{18}\d{2}(?![A-Z\d])/g, isLegalEntityIdentifier],
  ['gtin', /(?<![\d.,-])(?:\d{8}|\d{12,14})(?![\d.,-])/g, isGtin],
];

/** Tokens with a digit, such as `INV-2024/0113`. */
export function findCodes(
  text: string,
): readonly { readonly value: string; readonly range: CharacterRange }[] {
  return Array.from(text.matchAll(CODE), (match) => ({
    value: match[0],
    range: [match.index, match.index + match[0].length] as const,
  }));
}

/** Numbers of bank accounts, cards, goods and companies whose check digits are right, in order. */
export function findIdentifiers(text: string): readonly FoundIdentifier[] {
  const found: FoundIdentifier[] = [];
  for (const [kind, pattern, isValid] of KINDS) {
    for (const match of text.matchAll(pattern)) {
      const range = [match.index, match.index + match[0].length] as const;
      const isTaken = found.some((one) => one.range[0] < range[1] && range[0] < one.range[1]);
      if (!isTaken && isValid(match[0])) found.push({ kind, value: bare(match[0]), range });
    }
  }
  return found.sort((a, b) => a.range[0] - b.range[0]);
}

/** ISO 13616, with the length and the form of the account number of its country. */
export function isIban(text: string): boolean {
  return isValidIBAN(bare(text));
}

/** ISO 9362. */
export function isBic(text: string): boolean {
  return isValidBIC(bare(text));
}

/** ISO 11649: `RF` and modulo 97. */
export function isCreditorReference(text: string): boolean {
  return (
    /^RF\d{2}[A-Z\d]{1,21}$/.test(bare(text)) &&
    mod97(bare(text).slice(4) + bare(text).slice(0, 4)) === 1
  );
}

/** ISO 17442: 18 characters and two check digits, modulo 97. */
export function isLegalEntityIdentifier(text: string): boolean {
  return /^[A-Z\d]{18}\d{2}$/.test(bare(text)) && /[A-Z]/.test(text) && mod97(bare(text)) === 1;
}

/** ISO/IEC 7812: 13 to 19 digits with a valid Luhn sum; one digit repeated is no card. */
export function isCardNumber(text: string): boolean {
  const digits = bare(text);
  return /^\d{13,19}$/.test(digits) && !/^(\d)\1+$/.test(digits) && luhn(digits);
}

/** GS1 General Specifications: 8, 12, 13 or 14 digits, weights 3 and 1 from the right. */
export function isGtin(text: string): boolean {
  if (!/^(?:\d{8}|\d{12,14})$/.test(text) || /^0+$/.test(text)) return false;
  const sum = Array.from(text)
    .toReversed()
    .reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3), 0);
  return sum % 10 === 0;
}

function luhn(digits: string): boolean {
  const sum = Array.from(digits)
    .toReversed()
    .reduce((total, digit, at) => {
      const doubled = Number(digit) * (at % 2 === 1 ? 2 : 1);
      return total + (doubled > 9 ? doubled - 9 : doubled);
    }, 0);
  return sum % 10 === 0;
}

/** Letters are numbers from 10 (ISO 7064, MOD 97-10). */
function mod97(text: string): number {
  let rest = 0;
  for (const character of text) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest;
}

function bare(text: string): string {
  return text.replace(/[\s-]/g, '').toUpperCase();
}
