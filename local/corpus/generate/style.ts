import type { DateFormat } from './calendar.ts';
import type { Chance } from './chance.ts';
import type { CurrencyMark, NumberFormat } from './money.ts';

export type Language = 'en' | 'de' | 'es';
export type Country = 'us' | 'gb' | 'ie' | 'nl' | 'ch' | 'de' | 'es';

/** How one document writes; chosen once a document, so that it is consistent with itself. */
export interface Style {
  readonly language: Language;
  readonly date: DateFormat;
  readonly number: NumberFormat;
  readonly mark: CurrencyMark;
}

const DATES: Readonly<Record<Country, readonly DateFormat[]>> = {
  us: ['us-long', 'us-long', 'us-short', 'iso'],
  gb: ['eu-long', 'eu-slashes', 'eu-month-name', 'eu-long'],
  ie: ['eu-long', 'eu-slashes', 'iso'],
  nl: ['eu-long', 'eu-dots', 'iso'],
  ch: ['eu-dots', 'eu-long'],
  de: ['eu-dots', 'eu-long', 'iso'],
  es: ['eu-slashes', 'eu-long'],
};
const NUMBERS: Readonly<Record<Country, readonly NumberFormat[]>> = {
  us: ['us', 'us', 'plain'],
  gb: ['us', 'plain'],
  ie: ['us', 'eu'],
  nl: ['eu', 'space', 'us'],
  ch: ['swiss'],
  de: ['eu', 'space'],
  es: ['eu'],
};

export function chooseStyle(chance: Chance, country: Country, language: Language): Style {
  const native = language === 'en' ? country : language;
  return {
    language,
    date: chance.pick(DATES[native]),
    number: chance.pick(NUMBERS[native]),
    mark: chance.pick(['symbol', 'symbol', 'code-before', 'code-after', 'none']),
  };
}
