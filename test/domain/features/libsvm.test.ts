import { fromLibsvm, toLibsvm } from '../../../lambda/domain/features/libsvm.ts';

test('reads what it wrote', () => {
  const rows = [
    { label: 2, vector: { indices: [0, 7], values: [0.5, 1] } },
    { label: 0, vector: { indices: [], values: [] } },
  ];
  expect(fromLibsvm(toLibsvm(rows))).toEqual(rows);
});

test('names the line that is no row', () => {
  expect(() => fromLibsvm('1 0:2\nx y\n')).toThrow('line 2');
});
