import { addYears, type Day, dayOf } from './calendar.ts';
import { type Chance, chanceOf } from './chance.ts';
import { codeLike } from './identifiers.ts';
import type { Cents } from './money.ts';
import { type Company, makeCompany, makePerson } from './parties.ts';
import type { Country } from './style.ts';

/** Two companies that do business: the world that related documents speak of. */
export interface Deal {
  readonly supplier: Company;
  readonly client: Company;
  readonly supplierSigner: string;
  readonly clientSigner: string;
  readonly country: Country;
  readonly currency: string;
  /** Whose law governs: as agreements print it, and its name. */
  readonly law: { readonly phrase: string; readonly name: string };
  readonly start: Day;
  readonly years: number;
  readonly agreementNumber: string;
  readonly service: Service;
  readonly order: Order;
  /** The invoice's total is the order's, or plainly not. */
  readonly invoiceMatchesOrder: boolean;
  readonly invoiceNumber: string;
}

export interface Service {
  readonly name: string;
  readonly items: readonly string[];
}

export interface Order {
  readonly number: string;
  readonly day: Day;
  readonly lines: readonly OrderLine[];
  readonly taxRate: number;
  readonly totals: Totals;
}
export interface OrderLine {
  readonly item: string;
  readonly quantity: number;
  readonly unitPrice: Cents;
}
export interface Totals {
  readonly net: Cents;
  readonly tax: Cents;
  readonly total: Cents;
}

/** Of each ten deals one is German and one Spanish: few, and in small corpora too. */
const GERMAN_DEAL = 1;
const SPANISH_DEAL = 6;
const COUNTRIES: readonly Country[] = ['us', 'us', 'us', 'gb', 'gb', 'ie', 'nl', 'ch'];
const CURRENCIES: Readonly<Record<Country, readonly string[]>> = {
  us: ['USD'],
  gb: ['GBP', 'GBP', 'EUR'],
  ie: ['EUR'],
  nl: ['EUR'],
  ch: ['CHF', 'EUR'],
  de: ['EUR'],
  es: ['EUR'],
};
const TAX_RATES: Readonly<Record<Country, readonly number[]>> = {
  us: [0.06, 0.0725, 0.08],
  gb: [0.2],
  ie: [0.23],
  nl: [0.21],
  ch: [0.081],
  de: [0.19],
  es: [0.21],
};
const LAWS: Readonly<Record<Country, readonly (readonly [phrase: string, name: string])[]>> = {
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
  ie: [['Ireland', 'Ireland']],
  nl: [['the Netherlands', 'Netherlands']],
  ch: [['Switzerland', 'Switzerland']],
  de: [['Germany', 'Germany']],
  es: [['Spain', 'Spain']],
};
const SERVICES: readonly Service[] = [
  {
    name: 'warehouse automation',
    items: [
      'Conveyor module',
      'Sensor kit',
      'Installation day',
      'Controller licence',
      'Spare belt',
    ],
  },
  {
    name: 'software support',
    items: [
      'Support hours',
      'Platform licence',
      'On-site visit',
      'Training seat',
      'Data migration',
    ],
  },
  {
    name: 'facility maintenance',
    items: ['Filter set', 'Inspection visit', 'Technician hours', 'Cleaning material', 'Call-out'],
  },
  {
    name: 'laboratory testing',
    items: ['Sample analysis', 'Reagent pack', 'Calibration', 'Report copy', 'Courier pick-up'],
  },
  {
    name: 'office supplies',
    items: ['Desk lamp', 'Printer toner', 'Paper box', 'Office chair', 'Headset'],
  },
  {
    name: 'marketing research',
    items: ['Survey panel', 'Interview day', 'Data set access', 'Workshop', 'Final presentation'],
  },
  {
    name: 'fleet services',
    items: ['Vehicle day', 'Fuel surcharge', 'Tyre change', 'Route planning', 'Driver hours'],
  },
  {
    name: 'cloud hosting',
    items: ['Server month', 'Backup storage', 'Monitoring', 'Incident hours', 'Domain renewal'],
  },
];

/** The `index`th deal of the seed, the same whatever else is generated. */
export function makeDeal(seed: number, index: number): Deal {
  const chance = chanceOf(seed, `deal ${index}`);
  const country = countryOf(index) ?? chance.pick(COUNTRIES);
  const clientCountry = chance.happens(0.7) ? country : chance.pick(COUNTRIES);
  const service = chance.pick(SERVICES);
  const start = dayOf(chance.int(2019, 2024), chance.int(1, 12), chance.int(1, 28));
  const [phrase, name] = chance.pick(LAWS[country]);
  return {
    supplier: makeCompany(chance, country),
    client: makeCompany(chance, clientCountry),
    supplierSigner: makePerson(chance),
    clientSigner: makePerson(chance),
    country,
    currency: chance.pick(CURRENCIES[country]),
    law: { phrase, name },
    start,
    years: chance.int(1, 5),
    agreementNumber: codeLike(
      chance,
      chance.pick(['@@-####', 'AGR/####/##', '##-####-@', 'K####']),
    ),
    service,
    order: makeOrder(chance, country, service, start + chance.int(20, 200)),
    invoiceMatchesOrder: chance.happens(0.7),
    invoiceNumber: codeLike(chance, chance.pick(['####-###', 'R######', '@@####', '##/####'])),
  };
}

/** Where the `index`th deal's supplier is; null: in a country that is drawn. */
export function countryOf(index: number): 'de' | 'es' | null {
  if (index % 10 === GERMAN_DEAL) return 'de';
  return index % 10 === SPANISH_DEAL ? 'es' : null;
}

/** End of the deal's first term: the day before it would begin again. */
export function endOf(deal: Deal): Day {
  return addYears(deal.start, deal.years) - 1;
}

export function makeLines(chance: Chance, service: Service): OrderLine[] {
  return chance.some(service.items, chance.int(1, 4)).map((item) => ({
    item,
    quantity: chance.int(1, 24),
    unitPrice: chance.int(4, 900) * 100 + chance.pick([0, 0, 50, 95]),
  }));
}

export function totalsOf(lines: readonly OrderLine[], taxRate: number): Totals {
  const net = lines.reduce((sum, line) => sum + line.quantity * line.unitPrice, 0);
  const tax = Math.round(net * taxRate);
  return { net, tax, total: net + tax };
}

function makeOrder(chance: Chance, country: Country, service: Service, day: Day): Order {
  const lines = makeLines(chance, service);
  const taxRate = chance.pick(TAX_RATES[country]);
  const number = codeLike(chance, chance.pick(['PO-######', '45########', 'P##-####', 'B/####']));
  return { number, day, lines, taxRate, totals: totalsOf(lines, taxRate) };
}
