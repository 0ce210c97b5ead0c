import { findAddresses } from '../../../lambda/domain/text/addresses.ts';
import { countryNamed, countryOf } from '../../../lambda/domain/text/countries.ts';
import { findLaws, isSamePlace } from '../../../lambda/domain/text/laws.ts';
import { COMPANY, isCompanyName } from '../../../lambda/domain/text/legal-forms.ts';

/** One form a country, as ISO 20275 lists them. */
test.each([
  'Fabrikam Inc.',
  'Fabrikam LLC',
  'Fabrikam Corp.',
  'Fabrikam Ltd',
  'Fabrikam PLC',
  'Fabrikam Pty Ltd',
  'Fabrikam Sdn Bhd',
  'FABRIKAM SDN BHD',
  'Fabrikam Pte Ltd',
  'Fabrikam Pvt Ltd',
  'Fabrikam GmbH',
  'Fabrikam GmbH & Co. KG',
  'Fabrikam AG',
  'Fabrikam GesmbH',
  'Fabrikam Sàrl',
  'Fabrikam SAS',
  'Fabrikam S.A.R.L.',
  'Fabrikam BVBA',
  'Fabrikam B.V.',
  'Fabrikam N.V.',
  'Fabrikam S.L.',
  'Fabrikam S.A.',
  'Fabrikam S.A. de C.V.',
  'Fabrikam Lda',
  'Fabrikam Ltda',
  'Fabrikam S.p.A.',
  'Fabrikam S.r.l.',
  'Fabrikam AB',
  'Fabrikam ASA',
  'Fabrikam ApS',
  'Fabrikam A/S',
  'Fabrikam Oy',
  'Fabrikam Sp. z o.o.',
  'Fabrikam s.r.o.',
  'Fabrikam Kft',
  'Fabrikam S.R.L.',
  'Fabrikam K.K.',
])('%s is a company', (name) => {
  expect(isCompanyName(name)).toBe(true);
  expect([...`by ${name} in 2024`.matchAll(COMPANY)].map(([found]) => found)).toEqual([name]);
});

test.each(['Total amount', 'John Smith', 'Thank you', 'SAFETY FIRST'])('%s is none', (line) => {
  expect(isCompanyName(line)).toBe(false);
});

test.each([
  ['governed by the laws of the State of New York.', 'New York'],
  ['GOVERNED BY THE LAWS OF THE STATE OF NEW YORK', 'NEW YORK'],
  ['the laws of the Federal Republic of Germany', 'Germany'],
  ["the laws of the People's Republic of China", 'China'],
  ['in accordance with the law of England and Wales', 'England and Wales'],
  ['New York law shall apply', 'New York'],
  ['England and Wales law shall apply', 'England and Wales'],
  ['subject to German law', 'Germany'],
  ['English law governs', 'England'],
  ['Es gilt das Recht der Bundesrepublik Deutschland', 'Deutschland'],
  ['Es gilt deutsches Recht', 'Germany'],
  ['nach österreichischem Recht', 'Austria'],
  ['se rige por las leyes de España', 'España'],
  ['conforme al derecho español', 'Spain'],
  ['soumis au droit français', 'France'],
  ['les lois de la République française', null],
  ['under applicable law', null],
  ['The law of the land', null],
  ['Conflict of Laws', null],
  ['Courts Law', null],
])('the law in "%s" is that of %s', (text, place) => {
  expect(findLaws(text)[0]?.value ?? null).toBe(place);
});

test('a country is the same in any language and as an adjective', () => {
  const pairs = [
    ['German', 'Deutschland', true],
    ['French', 'Francia', true],
    ['Spain', 'Francia', false],
  ] as const;
  expect(pairs.map(([one, other]) => isSamePlace(one, other))).toEqual(
    pairs.map(([, , same]) => same),
  );
});

test.each([
  ['Germany', 'DE'],
  ['Deutschland', 'DE'],
  ['Allemagne', 'DE'],
  ['Reino Unido', 'GB'],
  ['Stany Zjednoczone', 'US'],
  ['Blue', null],
])('the name %s is of %s', (name, country) => {
  expect(countryNamed(name)).toBe(country);
});

test.each([
  ['IBAN DE89 3704 0044 0532 0130 00', 'DE'],
  ['VAT FR40303265045', 'FR'],
  ['Tel. +48 22 123 45 67', 'PL'],
  ['Springfield, IL 62701', 'US'],
  ['London SW1A 1AA', 'GB'],
  ['Ottawa ON K1A 0B1', 'CA'],
  ['no sign at all', null],
])('"%s" speaks of %s', (text, country) => {
  expect(countryOf(text)).toBe(country);
});

test.each([
  ['Fabrikam Ltd\n1 High Street\nLeeds LS1 4AB\nTel 0113', '1 High Street, Leeds LS1 4AB'],
  ['Hauptstraße 5\n10115 Berlin\nDeutschland\nDatum', 'Hauptstraße 5, 10115 Berlin, Deutschland'],
  ['12 rue de la Paix\n75002 Paris\nFrance', '12 rue de la Paix, 75002 Paris, France'],
  ['Calle Mayor, 3\n28013 Madrid', 'Calle Mayor, 3, 28013 Madrid'],
  [
    '1600 Main St\nSuite 200\nSpringfield, IL 62701',
    '1600 Main St, Suite 200, Springfield, IL 62701',
  ],
  ['Keizersgracht 1\n1015 AA Amsterdam', 'Keizersgracht 1, 1015 AA Amsterdam'],
  ['Via Roma 1\n20121 Milano MI', 'Via Roma 1, 20121 Milano MI'],
  ['ul. Prosta 1\n00-001 Warszawa', 'ul. Prosta 1, 00-001 Warszawa'],
  ['Storgatan 1\n111 22 Stockholm', 'Storgatan 1, 111 22 Stockholm'],
  ['between Fabrikam Ltd, 1 High Street, Leeds LS1 4AB (the', '1 High Street, Leeds LS1 4AB'],
  ['Fabrikam AG, Am Markt 4, 10115 Berlin, und', 'Am Markt 4, 10115 Berlin'],
  ['Address: 1 High Street, Leeds LS1 4AB', '1 High Street, Leeds LS1 4AB'],
])('finds the address in %j', (text, value) => {
  expect(findAddresses(text).map((address) => address.value)).toEqual([value]);
});

test.each([
  'Invoice 4711\nTotal 12345 EUR',
  'Street food\n12 pieces',
  'no address',
])('finds no address in %j', (text) => {
  expect(findAddresses(text)).toEqual([]);
});

/** ISO 3166-1. */
test.each(
  'en de fr es it nl pt pl'.split(' '),
)('knows every country that CLDR names in %s', (language) => {
  const display = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
  const codes =
    'AT BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK US CA MX BR AR CL CO AU NZ JP CN IN KR ZA TR UA'.split(
      ' ',
    );
  const named = codes.map((code) => [code, countryNamed(display.of(code) ?? '')]);
  expect(named).toEqual(codes.map((code) => [code, code]));
});
