import { type Chance, chanceOf } from './chance.ts';
import type { Country, Land, Language } from './lands.ts';
import { landOf } from './lands.ts';

export interface Company {
  readonly name: string;
  /** Postal address, one line an entry. */
  readonly address: readonly string[];
  readonly country: Country;
  /** Part of its mail addresses, on a name that is reserved for examples (RFC 2606). */
  readonly domain: string;
}

const FIRST =
  'Alder Amber Apex Arden Argo Aster Atlas Aurora Balt Beacon Birch Blue Brook Calder Cedar Cobalt Coral Crest Delta Dorn Eagle Echo Elm Ember Falcon Fern Fjord Garnet Glen Granite Harbor Hazel Helio Horizon Indigo Iris Ivory Juniper Kestrel Lark Linden Lumen Maple Meridian Nordic North Oak Onyx Orchid Osprey Pine Polar Quartz Raven River Rowan Saffron Sage Sierra Silver Solar Sterling Summit Tern Terra Thorn Umbra Vale Vector Vega Walnut West Willow Zephyr'.split(
    ' ',
  );
const SECOND =
  'Analytics Bio Capital Cargo Chemicals Cloud Components Consulting Controls Data Digital Dynamics Electric Energy Engineering Facilities Foods Freight Health Instruments Interiors Labs Learning Logistics Marine Materials Media Metals Networks Optics Packaging Partners Pharma Power Print Properties Robotics Security Software Staffing Supplies Systems Technologies Textiles Tools Trading Water Works'.split(
    ' ',
  );
/** Trades in the words of a language (NACE, titles of divisions and groups). */
const TRADES: Readonly<Record<Language, readonly string[]>> = {
  en: ['Bakery', 'Hardware', 'Stationery', 'Motor Repairs', 'Catering', 'Printing'],
  de: ['Autohaus', 'Bäckerei', 'Elektro', 'Druckerei', 'Spedition', 'Baustoffe'],
  es: ['Talleres', 'Panadería', 'Imprenta', 'Transportes', 'Suministros'],
  fr: ['Garage', 'Boulangerie', 'Imprimerie', 'Transports', 'Papeterie'],
  it: ['Officina', 'Panificio', 'Tipografia', 'Trasporti', 'Ferramenta'],
  nl: ['Garage', 'Bakkerij', 'Drukkerij', 'Transport', 'Bouwmaterialen'],
  pt: ['Oficina', 'Padaria', 'Gráfica', 'Transportes', 'Papelaria'],
  pl: ['Piekarnia', 'Drukarnia', 'Transport', 'Hurtownia', 'Serwis'],
  sv: ['Bageri', 'Tryckeri', 'Transport', 'Bygghandel', 'Verkstad'],
  da: ['Bageri', 'Trykkeri', 'Transport', 'Byggemarked', 'Autoværksted'],
};
/** What public bodies of a place call themselves (NACE 84.11). */
const BODIES: Readonly<Record<Language, readonly string[]>> = {
  en: ['County Council of', 'Borough of', 'Town Council of'],
  de: ['Stadt', 'Stadtverwaltung', 'Landratsamt'],
  es: ['Ayuntamiento de', 'Diputación de'],
  fr: ['Ville de', 'Mairie de', 'Département de'],
  it: ['Comune di', 'Provincia di'],
  nl: ['Provincie', 'Stad', 'Waterschap'],
  pt: ['Município de', 'Junta de Freguesia de'],
  pl: ['Urząd Miasta', 'Gmina', 'Powiat'],
  sv: ['Region', 'Stadsdelen'],
  da: ['Region', 'Kommunen'],
};
/** Shares of parties without a legal form, of partnerships of two names, of names in capitals. */
const SOLE_TRADER = 0.1;
const PUBLIC_BODY = 0.06;
const PARTNERSHIP = 0.08;
const CAPITALS = 0.1;
/** Share of companies that are named after a trade or a family instead of two English words. */
const NATIVE_NAME = 0.4;
const COUNTRY_IN_ADDRESS = 0.3;
const GIVEN =
  'Adam Aisha Alma Ana Boris Carla Chen Dana David Elena Emil Farah Felix Grace Hana Hugo Ines Ivan Jonas Julia Karim Laura Lena Luis Maya Nadia Nils Olga Omar Paula Pavel Priya Rosa Samuel Sofia Tara Tomas Vera Yusuf Zoe'.split(
    ' ',
  );
const FAMILY =
  'Abbott Adeyemi Becker Berg Castro Cohen Costa Dahl Diaz Evans Fischer Fontaine Garcia Hansen Haas Ito Jansen Keller Khan Kowalski Lang Lopez Marino Meyer Moreau Nolan Novak Okafor Ortega Patel Petrov Quinn Reyes Rossi Schmidt Silva Tanaka Vogel Walsh Weber'.split(
    ' ',
  );

export function makeCompany(chance: Chance, country: Country): Company {
  const land = landOf(country);
  const stem = makeStem(chance, land);
  const number = chance.int(1, 240);
  const street = chance.pick(land.streets);
  const line = land.numberFirst ? `${number} ${street}` : `${street} ${number}`;
  const lines = [line, chance.pick(land.cities)];
  if (chance.happens(COUNTRY_IN_ADDRESS)) lines.push(land.name);
  const plain = stem
    .normalize('NFKD')
    .replaceAll(/[^\w ]/gu, '')
    .toLowerCase();
  const usual = `${stem} ${chance.pick(land.forms)}`;
  return {
    name: unusualName(usual, land) ?? usual,
    address: lines,
    country,
    domain: `${plain.trim().replaceAll(/ +/g, '-')}.example`,
  };
}

/** A name of another shape for some; decided by the usual one, so that nothing else moves. */
function unusualName(usual: string, { language, cities, forms }: Land): string | null {
  const chance = chanceOf(cities.length, usual);
  const family = chance.pick(FAMILY);
  const at = chance.int(0, 99) / 100;
  if (at < SOLE_TRADER) return `${chance.pick(GIVEN)} ${family} ${chance.pick(TRADES[language])}`;
  if (at < SOLE_TRADER + PUBLIC_BODY) {
    const town = /\p{L}{3,}/u.exec(chance.pick(cities))?.[0] ?? family;
    return `${chance.pick(BODIES[language])} ${town}`;
  }
  if (at < SOLE_TRADER + PUBLIC_BODY + PARTNERSHIP) {
    return `${family}, ${chance.pick(FAMILY)} & Co. ${chance.pick(forms)}`;
  }
  return at >= 1 - CAPITALS ? usual.toUpperCase() : null;
}

function makeStem(chance: Chance, { language }: Land): string {
  if (!chance.happens(NATIVE_NAME)) return `${chance.pick(FIRST)} ${chance.pick(SECOND)}`;
  const family = chance.pick(FAMILY);
  const trade = chance.pick(TRADES[language]);
  return chance.pick([
    `${trade} ${family}`,
    `${family} ${trade}`,
    `${family} & ${chance.pick(FAMILY)}`,
    `${chance.pick(GIVEN)} ${family}`,
  ]);
}

export function makePerson(chance: Chance): string {
  return `${chance.pick(GIVEN)} ${chance.pick(FAMILY)}`;
}
