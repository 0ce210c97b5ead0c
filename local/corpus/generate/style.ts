import type { DateFormat } from './calendar.ts';
import { localeOf } from './calendar.ts';
import type { Chance } from './chance.ts';
import type { Country, Language } from './lands.ts';
import { landOf } from './lands.ts';
import type { CurrencyMark } from './money.ts';

/** How one document writes; chosen once a document, so that it is consistent with itself. */
export interface Style {
  readonly language: Language;
  readonly date: DateFormat;
  /** BCP 47: how dates and numbers are printed. */
  readonly locale: string;
  readonly mark: CurrencyMark;
  /** Whether thousands are grouped. */
  readonly grouped: boolean;
}

/** `$` and `kr` are several currencies': these print their code. */
const CODE_ONLY: ReadonlySet<string> = new Set('AUD NZD CAD SGD HKD MXN COP PLN'.split(' '));

export function chooseStyle(chance: Chance, country: Country, language: Language): Style {
  const { locale, currency } = landOf(country);
  return {
    language,
    date: chance.pick(['numbers', 'numbers', 'words', 'words', 'iso', 'month-name']),
    locale: localeOf(language, locale),
    mark: CODE_ONLY.has(currency)
      ? chance.pick(['code-before', 'code-after', 'none'])
      : chance.pick(['symbol', 'symbol', 'code-before', 'code-after', 'none']),
    grouped: chance.happens(0.85),
  };
}
