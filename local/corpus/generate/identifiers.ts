import type { Chance } from './chance.ts';

/** Numbers that were published by mistake and are never issued (SSA, "Misused SSNs"). */
const NEVER_ISSUED = ['078-05-1120', '219-09-9999'];
/** Prefixes of payment test cards: no bank issues them. */
const TEST_CARD_PREFIXES = ['400000', '555555', '378282'];

/** Letters and digits in the shape of `pattern`: `#` a digit, `@` a capital, `?` either. */
export function codeLike(chance: Chance, pattern: string): string {
  const letters = 'ABCDEFGHJKLMNPRSTUVWXYZ';
  return pattern.replaceAll(/[#@?]/g, (mark) => {
    const letter = mark === '@' || (mark === '?' && chance.happens(0.5));
    return letter ? (letters[chance.int(0, letters.length - 1)] ?? 'A') : String(chance.int(0, 9));
  });
}

/** A card number whose check digit is right (ISO/IEC 7812-1, Luhn), in a range for tests. */
export function cardNumber(chance: Chance): string {
  const prefix = chance.pick(TEST_CARD_PREFIXES);
  const length = prefix.startsWith('3') ? 15 : 16;
  const body = codeLike(chance, prefix + '#'.repeat(length - prefix.length - 1));
  const number = `${body}${luhnDigit(body)}`;
  return length === 16 ? number.replaceAll(/(\d{4})(?=\d)/g, '$1 ') : number;
}

/** The digit that makes the sum of Luhn's weights a multiple of ten. */
export function luhnDigit(body: string): number {
  let sum = 0;
  for (let at = 0; at < body.length; at++) {
    const digit = Number(body[body.length - 1 - at]);
    const doubled = at % 2 === 0 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return (10 - (sum % 10)) % 10;
}

/** An IBAN whose check digits are right (ISO 13616, mod 97); its bank code 9… belongs to no bank. */
export function iban(chance: Chance, country: string): string {
  const bban = {
    de: codeLike(chance, '9#################'),
    es: codeLike(chance, '9###################'),
    gb: codeLike(chance, 'XXXX##############'),
  }[country === 'es' || country === 'gb' ? country : 'de'];
  const code = country === 'es' || country === 'gb' ? country.toUpperCase() : 'DE';
  const check = 98 - mod97(`${bban}${code}00`);
  return `${code}${String(check).padStart(2, '0')}${bban}`.replaceAll(/(.{4})(?=.)/g, '$1 ');
}

/** Remainder by 97 with letters as A = 10 … Z = 35, seven digits at a time. */
export function mod97(text: string): number {
  const digits = text.replaceAll(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  let rest = 0;
  for (let at = 0; at < digits.length; at += 7) {
    rest = Number(`${rest}${digits.slice(at, at + 7)}`) % 97;
  }
  return rest;
}

export function socialSecurityNumber(chance: Chance): string {
  return chance.pick(NEVER_ISSUED);
}
