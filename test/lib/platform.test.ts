import { synthesize } from './synthesize.ts';

const student = synthesize('student');
const prod = synthesize('prod');

test('the six layers of student synthesize', () => {
  expect(Object.keys(student.templates)).toHaveLength(6);
});

test('the six layers of prod synthesize', () => {
  expect(Object.keys(prod.templates)).toHaveLength(6);
});
