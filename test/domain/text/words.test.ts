import { assert, property, string } from 'fast-check';
import { contentWords, stem, words } from '../../../lambda/domain/text/words.ts';

test.each([
  ['capitals and diacritics', 'Fälligkeit, AÑO', ['falligkeit', 'ano']],
  ['digits', 'INV-2024/7', ['inv', '2024', '7']],
  ['other scripts', 'Договор № 5', ['договор', 'no', '5']],
])('words of %s', (_, text, expected) => {
  expect(words(text)).toEqual(expected);
});

test.each([
  ['English', 'the date of the payment', ['date', 'payment']],
  ['German', 'das Datum der Zahlung', ['datum', 'zahlung']],
  ['Spanish', 'la fecha de los pagos', ['fecha', 'pagos']],
])('function words of %s carry no content', (_, text, expected) => {
  expect(contentWords(text)).toEqual(expected);
});

test.each([
  ['terminate', 'termination'],
  ['payment', 'payments'],
  ['party', 'parties'],
  ['notice', 'notices'],
  ['allocated', 'allocating'],
])('%s and %s have one stem', (one, other) => {
  expect(stem(one)).toBe(stem(other));
});

test('words of words are the same words', () => {
  assert(
    property(string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      const once = words(text);
      expect(words(once.join(' '))).toEqual(once);
    }),
  );
});
