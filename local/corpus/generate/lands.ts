import { landRows } from './land-rows.ts';

/** Languages that documents are written in. */
export type Language = 'en' | 'de' | 'es' | 'fr' | 'it' | 'nl' | 'pt' | 'pl' | 'sv' | 'da';

export const languages: readonly Language[] = [
  'en',
  'de',
  'es',
  'fr',
  'it',
  'nl',
  'pt',
  'pl',
  'sv',
  'da',
];

/** What a country's papers have in common. */
export interface Land {
  /** Its languages here; business abroad is in English. */
  readonly language: Language;
  /** BCP 47: dates and numbers are printed as CLDR has them for it. */
  readonly locale: string;
  readonly name: string;
  readonly currency: string;
  /** Legal forms (ISO 20275). */
  readonly forms: readonly string[];
  readonly streets: readonly string[];
  /** Number before the street's name. */
  readonly numberFirst: boolean;
  readonly cities: readonly string[];
  /** Rates of its tax on sales, the standard one first. */
  readonly rates: readonly number[];
  /** Shape of its tax number, `#` a digit and `@` a letter (Directive 2006/112/EC, article 215). */
  readonly taxNumber: string;
  /** Whose law governs: as agreements print it, and its name. */
  readonly laws: readonly (readonly [phrase: string, name: string])[];
}

export type Country = keyof typeof landRows;

/** Where law is not the country's own; each with the name that fields carry. */
const LAWS: Readonly<Partial<Record<Country, Land['laws']>>> = {
  us: [
    ['the State of New York', 'New York'],
    ['the State of Delaware', 'Delaware'],
    ['the State of Ohio', 'Ohio'],
    ['the State of Texas', 'Texas'],
    ['California', 'California'],
  ],
  gb: [
    ['England and Wales', 'England and Wales'],
    ['Scotland', 'Scotland'],
  ],
  nl: [['the Netherlands', 'Netherlands']],
  au: [['New South Wales', 'New South Wales']],
  ca: [['the Province of Ontario', 'Ontario']],
};
/** English and French custom, and that of the countries that took it over. */
const NUMBER_FIRST: ReadonlySet<string> = new Set(
  'us gb ie au nz ca za in sg my hk fr lu'.split(' '),
);

export const countries: readonly Country[] = keysOf(landRows);

export function landOf(country: Country): Land {
  const [
    language = '',
    locale = '',
    name = '',
    currency = '',
    rates = '',
    taxNumber = '',
    ...lists
  ] = landRows[country].split(';');
  const [forms = [], streets = [], cities = []] = lists.map((list) => list.split('|'));
  return {
    language: languages.find((one) => one === language) ?? 'en',
    locale,
    name,
    currency,
    rates: rates.split('|').map(Number),
    taxNumber,
    forms,
    streets,
    cities,
    numberFirst: NUMBER_FIRST.has(country),
    laws: LAWS[country] ?? [[name, name]],
  };
}

/** Countries whose papers are in the language. */
export function countriesOf(language: Language): readonly Country[] {
  return countries.filter((country) => landRows[country].startsWith(`${language};`));
}

function keysOf<T extends object>(record: T): (keyof T)[] {
  const keys: (keyof T)[] = [];
  for (const key in record) keys.push(key);
  return keys;
}
