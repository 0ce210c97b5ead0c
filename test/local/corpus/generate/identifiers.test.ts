import { chanceOf } from '../../../../local/corpus/generate/chance.ts';
import {
  cardNumber,
  codeLike,
  iban,
  luhnDigit,
  mod97,
  socialSecurityNumber,
} from '../../../../local/corpus/generate/identifiers.ts';

test('the Luhn digit of the standard’s example is 3', () => {
  expect(luhnDigit('7992739871')).toBe(3);
});

test('every card number has a right check digit', () => {
  const chance = chanceOf(1, 'cards');
  for (let count = 0; count < 50; count++) {
    const digits = cardNumber(chance).replaceAll(' ', '');
    expect(luhnDigit(digits.slice(0, -1))).toBe(Number(digits.at(-1)));
  }
});

test('the remainder of a valid IBAN’s rearrangement is 1', () => {
  expect(mod97('WEST12345698765432GB82')).toBe(1);
});

test.each([
  ['de', 22],
  ['es', 24],
  ['gb', 22],
  ['us', 22],
])('an IBAN for %s has %i characters and right check digits', (country, length) => {
  const number = iban(chanceOf(1, country), country).replaceAll(' ', '');
  expect([number.length, mod97(number.slice(4) + number.slice(0, 4))]).toEqual([length, 1]);
});

test('social security numbers are those that are never issued', () => {
  expect(['078-05-1120', '219-09-9999']).toContain(socialSecurityNumber(chanceOf(1, 'ssn')));
});

test('codes have the shape of their pattern', () => {
  expect(codeLike(chanceOf(1, 'code'), 'AB-##@@?')).toMatch(/^AB-\d{2}[A-Z]{2}[A-Z\d]$/);
});
