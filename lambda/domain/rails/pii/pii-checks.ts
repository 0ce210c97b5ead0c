import { isCardNumber, isGtin } from '../../text/identifiers.ts';

/** Numbers of issuers: length and leading digits (ISO/IEC 7812-1, as each scheme publishes its range). */
const SCHEMES: readonly (readonly [RegExp, readonly number[]])[] = [
  [/^4/, [13, 16, 19]],
  [/^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, [16]],
  [/^3[47]/, [15]],
  [/^(?:6011|64[4-9]|65)/, [16, 17, 18, 19]],
  [/^(?:30[0-5]|3095|36|3[89])/, [14, 15, 16, 17, 18, 19]],
  [/^35(?:2[89]|[3-8])/, [16, 17, 18, 19]],
  [/^(?:1800|2131)/, [15]],
  [/^(?:5018|5020|5038|5893|6304|6759|676[1-3])/, [12, 13, 14, 15, 16, 17, 18, 19]],
  [/^62/, [16, 17, 18, 19]],
];

export function isPaymentCard(value: string): boolean {
  const digits = digitsOf(value);
  const isIssued = SCHEMES.some(
    ([prefix, lengths]) => prefix.test(digits) && lengths.includes(digits.length),
  );
  // German GTINs have 13 digits and begin with 4 too.
  if (digits.length === 13 && isGtin(digits)) return false;
  return isIssued && (digits.length === 12 ? passesLuhn(digits) : isCardNumber(digits));
}

/** Areas 000, 666 and 900–999, group 00 and serial 0000 were never issued (US SSA, 2011). */
export function isSocialSecurityNumber(value: string): boolean {
  const digits = digitsOf(value);
  return !/^(?:000|666|9\d\d)|^\d{3}00|0000$/.test(digits);
}

export function isHealthServiceNumber(value: string): boolean {
  const digits = digitsOf(value);
  const check = (11 - (weighted(digits.slice(0, 9), [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11;
  return check !== 10 && check === Number(digits.at(-1));
}

export function isRoutingNumber(value: string): boolean {
  const isIssued = /^(?:0\d|1[0-2]|2[1-9]|3[0-2]|6[1-9]|7[0-2]|80)/.test(value);
  return isIssued && weighted(value, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 === 0;
}

export function isVehicleNumber(value: string): boolean {
  const values = Array.from(value, (character) =>
    /\d/.test(character) ? Number(character) : (VEHICLE_LETTERS.get(character) ?? 0),
  );
  const sum = values.reduce((all, one, at) => all + one * (VEHICLE_WEIGHTS[at] ?? 0), 0);
  const check = sum % 11 === 10 ? 'X' : String(sum % 11);
  return value[8] === check && /\d/.test(value) && /[A-Z]/.test(value);
}

const VEHICLE_LETTERS = new Map(
  Object.entries({
    A: 1,
    B: 2,
    C: 3,
    D: 4,
    E: 5,
    F: 6,
    G: 7,
    H: 8,
    J: 1,
    K: 2,
    L: 3,
    M: 4,
    N: 5,
  }).concat(Object.entries({ P: 7, R: 9, S: 2, T: 3, U: 4, V: 5, W: 6, X: 7, Y: 8, Z: 9 })),
);
const VEHICLE_WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];

/** Versions and sections of contracts have four parts too, and theirs are small. */
export function isHostAddress(value: string): boolean {
  const octets = value.split('.').map(Number);
  const large = octets.filter((octet) => octet > LARGEST_SECTION).length;
  return (octets[0] ?? 0) > 0 && (large > 1 || octets.some((octet) => octet > 99));
}
const LARGEST_SECTION = 31;

export function passesLuhn(digits: string): boolean {
  const sum = Array.from(digits)
    .toReversed()
    .reduce((all, digit, at) => {
      const doubled = Number(digit) * (at % 2 === 1 ? 2 : 1);
      return all + (doubled > 9 ? doubled - 9 : doubled);
    }, 0);
  return sum % 10 === 0 && !/^(\d)\1+$/.test(digits);
}

function weighted(digits: string, weights: readonly number[]): number {
  return weights.reduce((all, weight, at) => all + weight * Number(digits[at] ?? 0), 0);
}

export function digitsOf(value: string): string {
  return value.replace(/\D/g, '');
}
