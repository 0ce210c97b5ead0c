import { addYears, type Day, dayOf } from './calendar.ts';
import { type Chance, chanceOf } from './chance.ts';
import { codeLike } from './identifiers.ts';
import type { Cents } from './money.ts';
import { type Company, makeCompany, makePerson } from './parties.ts';
import type { Country, Language } from './lands.ts';
import { countries, countriesOf, landOf } from './lands.ts';

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

/**
 * Languages of the suppliers by the number of their deal: nine of twenty are abroad, the same ones
 * whatever the seed, so that small corpora have each too.
 */
const ABROAD: readonly (readonly [Language, number])[] = [
  ['de', 1],
  ['fr', 3],
  ['es', 6],
  ['it', 8],
  ['nl', 10],
  ['pt', 12],
  ['pl', 14],
  ['sv', 16],
  ['da', 18],
];
const DEALS_A_ROUND = 20;
/** Half of what is in English comes from here. */
const USUAL: readonly Country[] = ['us', 'us', 'us', 'gb', 'gb', 'ie', 'nl', 'ch'];
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
  const abroad = languageOf(index);
  const home = abroad === 'en' ? englishSpeaking(chance) : countriesOf(abroad);
  const country = chance.pick(home);
  const clientCountry = chance.happens(0.7) ? country : chance.pick(countries);
  const land = landOf(country);
  const service = chance.pick(SERVICES);
  const start = dayOf(chance.int(2019, 2024), chance.int(1, 12), chance.int(1, 28));
  const [phrase, name] = chance.pick(land.laws);
  return {
    supplier: makeCompany(chance, country),
    client: makeCompany(chance, clientCountry),
    supplierSigner: makePerson(chance),
    clientSigner: makePerson(chance),
    country,
    currency: chance.happens(0.85) ? land.currency : 'EUR',
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

/** What the `index`th deal's supplier speaks at home. */
export function languageOf(index: number): Language {
  return ABROAD.find(([, at]) => at === index % DEALS_A_ROUND)?.[0] ?? 'en';
}

function englishSpeaking(chance: Chance): readonly Country[] {
  return chance.happens(0.5) ? USUAL : countriesOf('en');
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
  const taxRate = chance.pick(landOf(country).rates);
  const number = codeLike(chance, chance.pick(['PO-######', '45########', 'P##-####', 'B/####']));
  return { number, day, lines, taxRate, totals: totalsOf(lines, taxRate) };
}
