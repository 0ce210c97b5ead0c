import { inferFieldType } from '../../../lambda/domain/fields/infer-field-type.ts';

test.each([
  ['date', ['2024-01-02', '2023-11-30']],
  ['amount', ['10.00', '3.50']],
  ['integer', ['30', '60']],
  ['currency', ['EUR', 'USD']],
  ['duration', ['30 days', 'successive 1 year']],
  ['list', [['Acme', 'Birch']]],
  ['code', ['A-1', 'B/22']],
  ['address', ['12 Long Road, 1000 Somewhere, Land']],
  ['place', ['Ohio', 'Ohio', 'Texas', 'Texas']],
  ['text', ['Acme Ltd', 'Birch GmbH']],
] as const)('infers %s from values alone', (type, values) => {
  expect(inferFieldType('any', values)).toBe(type);
});
