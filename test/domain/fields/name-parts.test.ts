import { partsOf } from '../../../lambda/domain/fields/name-parts.ts';

describe('names without what stands before them', () => {
  test.each([
    ['Seller. Hansen & Fontaine Limited', 'after-label', 'Hansen & Fontaine Limited'],
    ['Lieferant: Muster GmbH', 'after-label', 'Muster GmbH'],
    ['Ana Hansen, Reyes & Rossi LLC', 'after-comma', 'Reyes & Rossi LLC'],
    ['FACTURE\nDupont SARL', 'after-line', 'Dupont SARL'],
  ])('%j has a part %s', (name, form, text) => {
    expect(partsOf(name)).toContainEqual({ text, at: name.indexOf(text), form });
  });

  test('a name with nothing before it has no parts', () => {
    expect(partsOf('Quartz Foods GmbH & Co. KG')).toEqual([]);
  });

  test('a label alone is no name', () => {
    expect(partsOf('Seller:')).toEqual([]);
  });
});
