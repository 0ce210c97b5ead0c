import { labelFeatures } from '../../../lambda/domain/fields/label-features.ts';

function featuresOf(text: string, value: string): string[] {
  const at = text.indexOf(value);
  const range: [number, number] = [at, at + value.length];
  return labelFeatures(text, [{ value, range, form: 'code' }])[0] ?? [];
}

describe('label features', () => {
  it.each([
    'Rechnungsnummer: A-17',
    'Invoice number A-17',
    'Numéro de facture : A-17',
  ])('are the same in every language: %s', (text) => {
    expect(featuresOf(text, 'A-17')).toEqual(
      expect.arrayContaining(['near=label:number', 'gap=0']),
    );
  });

  it('read the head of a block above', () => {
    const text = 'Bill to\nNorth Sea Trading Ltd\n';
    expect(featuresOf(text, 'North Sea')).toEqual(
      expect.arrayContaining(['head=label:buyer', 'heads=label:buyer']),
    );
  });
});
