import * as fc from 'fast-check';
import {
  clauseQuestions,
  goldenRetrievalQuestions,
} from '../../../lambda/domain/compare/clause-questions.ts';
import {
  isHit,
  retrievalRecall,
  spanTargets,
} from '../../../lambda/domain/evaluation/retrieval-recall.ts';
import { retrieved } from '../compare/tiny-run.ts';

fc.configureGlobal({ seed: 2_026 });

const LAW = 'This Agreement shall be governed by the laws of Norway.';
const SOURCE = `Preamble.\n\n${LAW}\n\nThe rest.`;

test('finds where a span begins', () => {
  expect(spanTargets(SOURCE, [LAW])).toEqual([[11, 11 + LAW.length]]);
});

test('takes the first 120 characters of a long span', () => {
  const span = 'abc def '.repeat(40);
  expect(spanTargets(span, [span])).toEqual([[0, 119]]);
});

test('finds a span whose line breaks differ', () => {
  const [[start, end] = [0, 0]] = spanTargets(SOURCE.replaceAll(' ', '\n  '), [LAW]) ?? [];
  expect(SOURCE.replaceAll(' ', '\n  ').slice(start, end).split(/\s+/).join(' ')).toBe(LAW);
});

test('looks for the part before <omitted>', () => {
  expect(spanTargets(SOURCE, ['This Agreement shall be <omitted> elsewhere'])).toEqual([[11, 34]]);
});

test('does not ask for spans of 20 characters or fewer', () => {
  expect(spanTargets(SOURCE, ['June 8, 2010', 'x'.repeat(20)])).toBeNull();
});

test('asks for a span that it cannot find, and counts it as a miss', () => {
  expect(spanTargets(SOURCE, ['a clause that stands nowhere'])).toEqual([]);
  expect(retrievalRecall([retrieved([], [[0, 1e6]])]).recallAt5Untuned).toBe(0);
});

test('a chunk that covers only part of the target is no hit', () => {
  expect(isHit([[10, 130]], [[11, 500]])).toBe(false);
  expect(isHit([[10, 130]], [[0, 129]])).toBe(false);
  expect(isHit([[10, 130]], [[10, 130]])).toBe(true);
});

test('two chunks that cover the target together are no hit', () => {
  expect(
    isHit(
      [[10, 130]],
      [
        [0, 70],
        [70, 200],
      ],
    ),
  ).toBe(false);
});

test('the sixth chunk does not count', () => {
  const far: readonly [number, number] = [900, 999];
  expect(isHit([[10, 130]], [far, far, far, far, far, [0, 200]])).toBe(false);
});

test('more chunks never lose a hit', () => {
  const range = fc.tuple(fc.nat(500), fc.nat(500)).map(([a, b]) => [a, a + b] as const);
  fc.assert(
    fc.property(fc.array(range), fc.array(range, { maxLength: 4 }), range, (targets, few, more) => {
      if (isHit(targets, few)) {
        expect(isHit(targets, [...few, more])).toBe(true);
      }
    }),
  );
});

test('is null where nothing is asked, and tuned recall where nothing was learned', () => {
  expect(retrievalRecall([])).toEqual({ recallAt5: null, recallAt5Untuned: null, questions: 0 });
  expect(retrievalRecall([retrieved([[0, 9]], [[0, 9]])])).toMatchObject({
    recallAt5: null,
    recallAt5Untuned: 1,
  });
});

const document = { id: '7', documentId: 'd7', text: SOURCE };

test('asks "<clause name>. <question>" of each clause with a question, names and parties aside', () => {
  const clauses = { 'Governing Law': [LAW], Parties: [LAW], 'Document Name': [LAW], Cap: [LAW] };
  const questions = {
    'Governing Law': 'Whose law?',
    Parties: 'Who?',
    'Document Name': 'What?',
  };
  expect(clauseQuestions([{ ...document, clauses }], questions)).toEqual([
    {
      id: '7/Governing Law',
      document: '7',
      documentId: 'd7',
      question: 'Governing Law. Whose law?',
      clause: 'Governing Law',
      targets: [[11, 66]],
    },
  ]);
});

test('takes golden questions that name a clause and one document that was read', () => {
  const golden = {
    id: 'q1',
    question: 'Whose law?',
    documents: ['7'],
    clause: 'Law',
    evidence: [LAW],
    answerable: true,
  };
  const others = [
    { ...golden, id: 'q2', clause: null },
    { ...golden, id: 'q3', documents: ['7', '8'] },
    { ...golden, id: 'q4', documents: ['8'] },
    { ...golden, id: 'q5', answerable: false },
    { ...golden, id: 'q6', evidence: ['short'] },
  ];
  const asked = goldenRetrievalQuestions([golden, ...others], [document]);
  expect(asked.map(({ id, question }) => [id, question])).toEqual([['q1', 'Law. Whose law?']]);
});
