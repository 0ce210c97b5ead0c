import * as fc from 'fast-check';
import { hallucinationRate } from '../../../lambda/domain/evaluation/hallucination-rate.ts';
import { statedFacts, supports } from '../../../lambda/domain/evaluation/stated-facts.ts';
import { answered } from '../compare/tiny-run.ts';

fc.configureGlobal({ seed: 2_026 });

test.each([
  ['the same number', 'The total is 1,200.50.', 'Total due: 1200.50'],
  ['a number written as a word', 'The notice is 30 days.', 'upon thirty days of notice'],
  ['a compound number word', 'After 45 days.', 'within forty-five days'],
  ['a date in another notation', 'It ends on 2010-06-08.', 'until June 8, 2010 and no longer'],
  ['a date in another language', 'Dated 2010-06-08.', 'Berlin, den 8. Juni 2010'],
  ['a date whose order is open', 'Dated 03/04/2024.', 'on 3 April 2024'],
  ['a name in capitals', 'The parties are Acme Widgets and Beta.', 'ACME WIDGETS and BETA LLC'],
  ['no fact at all', 'yes, it may be terminated.', 'nothing of the kind'],
  ['a mask of the guardrail', 'Write to {EMAIL} or [PHONE].', 'write to a@b.example'],
])('supports %s', (_, answer, source) => {
  expect(supports(source, answer)).toBe(true);
});

test.each([
  ['another number', 'The total is 1,300.', 'Total due: 1,200'],
  ['another date', 'It ends on 2010-06-09.', 'until June 8, 2010'],
  ['a name that is not there', 'The licensor is Gamma Works.', 'between Acme and Beta'],
  ['a part of a number', 'The total is 12.', 'Total due: 1200'],
])('does not support %s', (_, answer, source) => {
  expect(supports(source, answer)).toBe(false);
});

test('a word that opens a sentence is no name', () => {
  expect(statedFacts('Payment is due. Interest accrues.').names).toEqual([]);
});

test('an answer that cites nothing and states a number counts', () => {
  expect(hallucinationRate([answered('It is 5.', [])])).toBe(1);
});

test('only answers that were given count; without any the rate is null', () => {
  const one = answered('It is 5.', []);
  const none = { ...one, answer: { ...one.answer, status: 'no-answer' as const } };
  expect(hallucinationRate([none])).toBeNull();
  expect(hallucinationRate([none, answered('It is 5.', ['5 days'])])).toBe(0);
});

test('an answer that quotes its source word for word is never counted', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
      expect(supports(text, text)).toBe(true);
    }),
  );
});
