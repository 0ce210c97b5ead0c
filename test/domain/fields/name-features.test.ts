import type { Candidate } from '../../../lambda/domain/fields/field-candidates.ts';
import { nameFeatures } from '../../../lambda/domain/fields/name-features.ts';

const text = [
  'Rechnung',
  'Nordlicht Werke GmbH',
  'Hafenweg 3',
  '20457 Hamburg',
  'Muster AG',
  'mail@nordlicht.example',
].join('\n');

function featuresOf(value: string): readonly string[] {
  const at = text.indexOf(value);
  const candidate: Candidate = { value, range: [at, at + value.length], form: 'line' };
  return nameFeatures(text, [candidate])[0] ?? [];
}

describe('features of names', () => {
  test('a company whose host the paper names is told from one that it does not', () => {
    expect(featuresOf('Nordlicht Werke GmbH')).toContain('host=true');
    expect(featuresOf('Muster AG')).toContain('host=false');
  });

  test('the lines to the postcode are counted', () => {
    expect(featuresOf('Nordlicht Werke GmbH')).toContain('postcode=2');
    expect(featuresOf('Muster AG')).toContain('postcode=-1');
  });

  test('a title is known as a term', () => {
    expect(featuresOf('Rechnung')).toEqual(expect.arrayContaining(['term=title:invoice']));
    expect(featuresOf('Muster AG')).toContain('term=none');
  });
});
