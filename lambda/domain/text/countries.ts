/** Languages in which countries are looked for by name: those of most business documents here. */
const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'pl'];

/**
 * ITU-T E.164: calling codes that one country has alone, among the hundred largest economies.
 */
const CALLING_CODES: Readonly<Record<string, string>> = {
  20: 'EG',
  27: 'ZA',
  30: 'GR',
  31: 'NL',
  32: 'BE',
  33: 'FR',
  34: 'ES',
  36: 'HU',
  40: 'RO',
  41: 'CH',
  43: 'AT',
  44: 'GB',
  45: 'DK',
  46: 'SE',
  47: 'NO',
  48: 'PL',
  49: 'DE',
  51: 'PE',
  52: 'MX',
  54: 'AR',
  55: 'BR',
  56: 'CL',
  57: 'CO',
  60: 'MY',
  61: 'AU',
  62: 'ID',
  63: 'PH',
  64: 'NZ',
  65: 'SG',
  66: 'TH',
  81: 'JP',
  82: 'KR',
  84: 'VN',
  86: 'CN',
  90: 'TR',
  91: 'IN',
  92: 'PK',
  94: 'LK',
  234: 'NG',
  254: 'KE',
  351: 'PT',
  352: 'LU',
  353: 'IE',
  354: 'IS',
  356: 'MT',
  357: 'CY',
  358: 'FI',
  359: 'BG',
  370: 'LT',
  371: 'LV',
  372: 'EE',
  380: 'UA',
  385: 'HR',
  386: 'SI',
  420: 'CZ',
  421: 'SK',
  852: 'HK',
  886: 'TW',
  965: 'KW',
  966: 'SA',
  971: 'AE',
  972: 'IL',
};
/** USPS Publication 28: two-letter codes of the states, before a ZIP code. */
const US_STATES =
  'A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]';

interface Sign {
  readonly pattern: RegExp;
  readonly weight: number;
  readonly country: (match: RegExpExecArray) => string | null;
}

const SIGNS: readonly Sign[] = [
  // ISO 13616: an IBAN begins with its country; EN 16931 BT-31: so does a VAT number.
  {
    pattern: /(?<![A-Z\d])([A-Z]{2})\d{2}(?:[ ]?[A-Z\d]{4}){3,7}(?:[ ]?[A-Z\d]{1,3})?(?![A-Z\d])/g,
    weight: 2,
    country: (match) => match[1] ?? null,
  },
  {
    pattern:
      /(?<![A-Z\d])(AT|BE|BG|CY|CZ|DE|DK|EE|EL|ES|FI|FR|HR|HU|IE|IT|LT|LU|LV|MT|NL|PL|PT|RO|SE|SI|SK|GB|CHE)[ -]?[A-Z\d]{1,2}[\d .]{6,13}(?!\d)/g,
    weight: 2,
    country: (match) => (match[1] === 'EL' ? 'GR' : (match[1]?.slice(0, 2) ?? null)),
  },
  {
    pattern: /(?<![\d+])\+(\d{2,3})[ (.\d/-]{6,18}\d/g,
    weight: 1,
    country: ({ 1: code = '' }) => CALLING_CODES[code] ?? CALLING_CODES[code.slice(0, 2)] ?? null,
  },
  {
    pattern: new RegExp(String.raw`(?<!\p{L})(?:${US_STATES})\.? \d{5}(?:-\d{4})?(?!\d)`, 'gu'),
    weight: 2,
    country: () => 'US',
  },
  // UPU S42: forms of postal codes that no other country shares.
  {
    pattern: /(?<![A-Z\d])[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}(?![A-Z\d])/g,
    weight: 2,
    country: () => 'GB',
  },
  {
    pattern: /(?<![A-Z\d])[A-CEGHJ-NPR-TVXY]\d[A-Z] \d[A-Z]\d(?![A-Z\d])/g,
    weight: 2,
    country: () => 'CA',
  },
];
const NAME =
  /(?<!\p{L})\p{Lu}[\p{L}.'’-]+(?:[ -](?:\p{Lu}[\p{L}.'’-]+|of|the|and|de|del|la|der)){0,4}/gu;
/** Enough of a document to show where it is from. */
const SAMPLE_CHARACTERS = 20_000;

let regions: ReadonlyMap<string, string> | undefined;

/**
 * The country (ISO 3166-1 alpha-2) that a document's text speaks of most: by IBAN, VAT number,
 * telephone, postal code and name. Null where none leads.
 */
export function countryOf(text: string): string | null {
  const sample = text.slice(0, SAMPLE_CHARACTERS);
  const counts = new Map<string, number>();
  const count = (country: string | null, weight: number) => {
    if (country !== null) counts.set(country, (counts.get(country) ?? 0) + weight);
  };
  for (const { pattern, weight, country } of SIGNS) {
    for (const match of sample.matchAll(pattern)) count(country(match), weight);
  }
  for (const [name] of sample.matchAll(NAME)) count(countryNamed(name), 1);
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return first !== undefined && first[1] > (second?.[1] ?? 0) ? first[0] : null;
}

/** ISO 3166-1 code of a country by its name in eight languages (CLDR); null for any other word. */
export function countryNamed(name: string): string | null {
  regions ??= regionNames();
  return regions.get(keyOf(name)) ?? null;
}

function regionNames(): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  const codes = letters
    .flatMap((first) => letters.map((second) => first + second))
    // An alias is another region's code or an old one: `UK`, `FX`; some are groups, and Georgia is a
    // state as often as a country.
    .filter((code) => Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`)
    .filter((code) => !['EU', 'EZ', 'UN', 'GE'].includes(code));
  for (const language of LANGUAGES) {
    const display = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
    for (const code of codes) {
      const name = display.of(code);
      if (name !== undefined) names.set(keyOf(name), code);
    }
  }
  for (const alias of ['USA', 'United States of America', 'U.S.A']) names.set(keyOf(alias), 'US');
  for (const alias of ['UK', 'England', 'Great Britain', 'Scotland', 'Wales']) {
    names.set(keyOf(alias), 'GB');
  }
  return names;
}

function keyOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\p{M}.]/gu, '')
    .toLowerCase();
}
