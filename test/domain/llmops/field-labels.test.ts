import { fieldLabels, findLabels } from '../../../lambda/domain/llmops/field-labels.ts';

test('a field whose name has a hyphen is found by its label', () => {
  const found = findLabels('Ship-to address: 12 Main Street', fieldLabels('ship-to_address'));
  expect(found).toContainEqual({ rank: 0, start: 0, end: 15 });
});
