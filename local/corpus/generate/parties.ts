import type { Chance } from './chance.ts';
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
  return {
    name: `${stem} ${chance.pick(land.forms)}`,
    address: lines,
    country,
    domain: `${plain.trim().replaceAll(/ +/g, '-')}.example`,
  };
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
