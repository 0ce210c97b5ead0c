import type { Chance } from './chance.ts';
import type { Country } from './style.ts';

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
const FORMS: Readonly<Record<Country, readonly string[]>> = {
  us: ['Inc.', 'LLC', 'Corp.', 'Co.'],
  gb: ['Ltd', 'Limited', 'plc', 'LLP'],
  ie: ['Limited', 'DAC'],
  nl: ['B.V.', 'N.V.'],
  ch: ['AG', 'SA'],
  de: ['GmbH', 'AG', 'GmbH & Co. KG'],
  es: ['S.L.', 'S.A.'],
};
const STREETS: Readonly<Record<Country, readonly string[]>> = {
  us: ['Market Street', 'Elm Avenue', 'Lake Drive', 'Second Avenue', 'Harbor Boulevard'],
  gb: ['Mill Lane', 'Station Road', 'High Street', 'Canal Street', 'Park Row'],
  ie: ['Quay Street', 'Abbey Road', 'Dock Road', 'Main Street'],
  nl: ['Keizersgracht', 'Havenstraat', 'Stationsweg', 'Molenlaan'],
  ch: ['Bahnhofstrasse', 'Seestrasse', 'Industriestrasse'],
  de: ['Hauptstraße', 'Gartenweg', 'Industriestraße', 'Am Hafen', 'Lindenallee'],
  es: ['Calle Mayor', 'Avenida del Puerto', 'Calle Serrano', 'Paseo de la Estación'],
};
const CITIES: Readonly<Record<Country, readonly string[]>> = {
  us: ['Columbus, OH 43215', 'Portland, OR 97204', 'Austin, TX 78701', 'Albany, NY 12207'],
  gb: ['Leeds LS1 4AP', 'Bristol BS1 5TR', 'Manchester M2 3WS', 'Reading RG1 3BD'],
  ie: ['Dublin D02 X285', 'Cork T12 W8KP', 'Galway H91 AX5H'],
  nl: ['1015 CJ Amsterdam', '3011 AA Rotterdam', '3512 JE Utrecht'],
  ch: ['8001 Zürich', '4051 Basel', '3011 Bern'],
  de: ['20457 Hamburg', '80331 München', '50667 Köln', '04109 Leipzig'],
  es: ['28013 Madrid', '08002 Barcelona', '46002 Valencia', '41004 Sevilla'],
};
const COUNTRY_NAMES: Readonly<Record<Country, string>> = {
  us: 'USA',
  gb: 'United Kingdom',
  ie: 'Ireland',
  nl: 'Netherlands',
  ch: 'Switzerland',
  de: 'Germany',
  es: 'Spain',
};
const GIVEN =
  'Adam Aisha Alma Ana Boris Carla Chen Dana David Elena Emil Farah Felix Grace Hana Hugo Ines Ivan Jonas Julia Karim Laura Lena Luis Maya Nadia Nils Olga Omar Paula Pavel Priya Rosa Samuel Sofia Tara Tomas Vera Yusuf Zoe'.split(
    ' ',
  );
const FAMILY =
  'Abbott Adeyemi Becker Berg Castro Cohen Costa Dahl Diaz Evans Fischer Fontaine Garcia Hansen Haas Ito Jansen Keller Khan Kowalski Lang Lopez Marino Meyer Moreau Nolan Novak Okafor Ortega Patel Petrov Quinn Reyes Rossi Schmidt Silva Tanaka Vogel Walsh Weber'.split(
    ' ',
  );

export function makeCompany(chance: Chance, country: Country): Company {
  const stem = `${chance.pick(FIRST)} ${chance.pick(SECOND)}`;
  const number = chance.int(1, 240);
  const street = chance.pick(STREETS[country]);
  const before = country === 'us' || country === 'gb' || country === 'ie';
  const line = before ? `${number} ${street}` : `${street} ${number}`;
  const lines = [line, chance.pick(CITIES[country])];
  if (chance.happens(0.3)) lines.push(COUNTRY_NAMES[country]);
  return {
    name: `${stem} ${chance.pick(FORMS[country])}`,
    address: lines,
    country,
    domain: `${stem.toLowerCase().replaceAll(' ', '-')}.example`,
  };
}

export function makePerson(chance: Chance): string {
  return `${chance.pick(GIVEN)} ${chance.pick(FAMILY)}`;
}
