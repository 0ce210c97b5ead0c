import type { FieldRelation } from '../../../lambda/domain/fields/field-relations.ts';
import { chooseTogether } from '../../../lambda/domain/fields/joint-choice.ts';

const choice = (value: string, confidence: number) => ({ value, confidence, spans: [] });
const ordered: FieldRelation = { kind: 'ordered', fields: ['document_date', 'due_date'] };
const apart: FieldRelation = { kind: 'apart', fields: ['document_date', 'due_date'] };
const fields = [
  { name: 'document_date', choices: [choice('2024-05-01', 0.9)] },
  { name: 'due_date', choices: [choice('2024-04-01', 0.5), choice('2024-05-31', 0.4)] },
];

test('a value that breaks a relation gives way to one that keeps it', () => {
  const due = chooseTogether(fields, 'date', [ordered])[1];
  expect(due?.choices[0]?.value).toBe('2024-05-31');
});

test('without a relation the likeliest stays', () => {
  expect(chooseTogether(fields, 'date', [])[1]?.choices[0]?.value).toBe('2024-04-01');
});

test('what is left of a field is shared by its other values', () => {
  const same = [
    { name: 'document_date', choices: [choice('2024-05-01', 0.98)] },
    { name: 'due_date', choices: [choice('2024-05-01', 0.6), choice('2024-05-31', 0.3)] },
  ];
  const due = chooseTogether(same, 'date', [apart])[1];
  expect(due?.choices[0]?.value).toBe('2024-05-31');
  expect(due?.choices[0]?.confidence).toBeGreaterThan(0.5);
});

test('confidence never exceeds certainty, whatever breaks', () => {
  const all = chooseTogether(fields, 'date', [ordered, apart]).flatMap(({ choices }) => choices);
  for (const { confidence } of all) expect(confidence).toBeLessThanOrEqual(1);
});
