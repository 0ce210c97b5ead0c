import { cellGrid } from '../../../../lambda/domain/fields/evidence/cell-grid.ts';
import { partyBlocks } from '../../../../lambda/domain/fields/evidence/party-blocks.ts';

const blocksOf = (text: string) =>
  partyBlocks(cellGrid(text)).map(({ name, address }) => [name, ...address]);

test('two parties side by side are two blocks', () => {
  const text = 'Ahrens GmbH\tBolt Ltd\nLindenweg 4\t12 Mill Lane\n20095 Hamburg\tLeeds LS1 4AP';
  expect(blocksOf(text)).toEqual([
    ['Ahrens GmbH', 'Lindenweg 4', '20095 Hamburg'],
    ['Bolt Ltd', '12 Mill Lane', 'Leeds LS1 4AP'],
  ]);
});

test('the label of a role is not the name below it', () => {
  const text = 'Bill to:\nBolt Ltd\n12 Mill Lane\nLeeds LS1 4AP\nUnited Kingdom';
  expect(blocksOf(text)).toEqual([['Bolt Ltd', '12 Mill Lane', 'Leeds LS1 4AP', 'United Kingdom']]);
});

test('a sender in one line is a block', () => {
  expect(blocksOf('Ahrens GmbH · Lindenweg 4 · 20095 Hamburg')).toEqual([
    ['Ahrens GmbH', 'Lindenweg 4', '20095 Hamburg'],
  ]);
});

test('a blank line ends a block', () => {
  expect(blocksOf('Bolt Ltd\n\n12 Mill Lane\n\nLeeds LS1 4AP')).toEqual([]);
});
