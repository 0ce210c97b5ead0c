import { type Chance } from '../generate/chance.ts';
import { codeLike } from '../generate/identifiers.ts';
import type { Country } from '../generate/lands.ts';
import { landOf } from '../generate/lands.ts';

export interface Party {
  readonly name: string;
  readonly street: string;
  readonly town: string;
  /** Empty where the address does not say it. */
  readonly land: string;
  readonly vat: string;
  readonly country: Country;
  readonly phone: string;
  readonly person: string;
}

interface Places {
  readonly streets: string;
  readonly towns: string;
  readonly families: string;
  readonly trades: string;
  /** Authorities, societies and practices: names without a legal form. */
  readonly bodies: string;
  readonly given: string;
}

/** Names of places as national registers have them; people and firms are imagined. */
const PLACES: Readonly<Partial<Record<Country, Places>>> = {
  de: {
    streets:
      'Bismarckstr. 7|Kaiserplatz 12|An der Kirche 3a|Schillerstraße 44|Werkstr. 101|Postfach 12 03 40',
    towns: '76131 Karlsruhe|90402 Nürnberg|48143 Münster|01067 Dresden|D-28195 Bremen|99084 Erfurt',
    families: 'Bergmann|Thiele|Krüger|Lohmann|Hartwig|Seidel',
    trades: 'Maschinenbau|Sanitärtechnik|Medizintechnik|Gartenbau|Metallwerk|Logistik',
    bodies:
      'Stadtwerke Nordheim|Universitätsklinikum Süd|Rechtsanwälte Thiele & Partner|Landkreis Weiden',
    given: 'Katrin|Uwe|Sabine|Holger|Anke',
  },
  at: {
    streets: 'Mariahilfer Straße 88|Linzer Gasse 5|Hauptplatz 2/4',
    towns: '4020 Linz|5020 Salzburg|A-9020 Klagenfurt|1070 Wien',
    families: 'Hofer|Steiner|Pichler|Egger',
    trades: 'Bau|Weinhandel|Tischlerei|EDV-Service',
    bodies: 'Magistrat Linz|Tourismusverband Seental',
    given: 'Johann|Birgit|Franz',
  },
  ch: {
    streets: 'Marktgasse 19|Dorfstrasse 33|Rue du Lac 8',
    towns: '9000 St. Gallen|6003 Luzern|CH-1201 Genève|8400 Winterthur',
    families: 'Frei|Baumann|Zürcher|Gerber',
    trades: 'Treuhand|Uhren|Präzision|Käserei',
    bodies: 'Gemeinde Oberwil|Kantonsspital West',
    given: 'Reto|Ursula|Beat',
  },
  fr: {
    streets:
      '14 bis rue des Lilas|ZI Les Paluds, 220 av. du Douard|3 allée des Tilleuls|8 quai de la Loire|27, cours Gambetta',
    towns: '13400 Aubagne|31000 TOULOUSE|67000 Strasbourg|35000 RENNES|59800 LILLE Cedex',
    families: 'Lefèvre|Girard|Chevalier|Marchand|Roussel',
    trades: 'Menuiserie|Informatique|Conseil|Plomberie|Électricité|Négoce',
    bodies: 'Mairie de Valbourg|Cabinet Girard & Associés|Centre hospitalier de la Côte',
    given: 'Élodie|Thierry|Nathalie|Pascal',
  },
  be: {
    streets: 'rue de la Station 45|Kerkstraat 12|boulevard Tirou 9',
    towns: '6000 Charleroi|B-2000 Antwerpen|9000 Gent|7000 Mons',
    families: 'Dubois|Peeters|Lambert',
    trades: 'Traiteur|Transports|Imprimerie',
    bodies: 'Commune de Hautbois|ASBL Les Amis du Parc',
    given: 'Luc|An|Sophie',
  },
  nl: {
    streets: 'Dorpsstraat 56|Industrieweg 14-16|Oude Gracht 203|Postbus 4410',
    towns: '5611 EM Eindhoven|9712 HN Groningen|6811 CA Arnhem|2312 BD Leiden',
    families: 'De Wit|Van der Meer|Bakker|Smit',
    trades: 'Installatie|Advies|Bouw|Techniek',
    bodies: 'Gemeente Waterland|Stichting Groenbeheer|Maatschap Bakker en Smit',
    given: 'Joost|Marieke|Sander',
  },
  it: {
    streets: 'Via Giuseppe Verdi, 21|Largo Augusto 3|Strada Statale 16 km 4|P.zza del Duomo, 7',
    towns: '40121 Bologna (BO)|37121 VERONA VR|00184 Roma RM|80133 Napoli NA',
    families: 'Ferrari|Conti|Galli|Moretti',
    trades: 'Impianti|Arredamenti|Costruzioni|Forniture',
    bodies: 'Comune di Montalto|Studio Legale Conti|Azienda Ospedaliera Est',
    given: 'Giulia|Paolo|Chiara',
  },
  es: {
    streets:
      'C/ Alcalá, 120 2º B|Pol. Ind. La Red, nave 14|Avda. de América 33|Rda. Norte s/n, local 3',
    towns: '50003 Zaragoza|48001 BILBAO|29015 Málaga|30001 Murcia',
    families: 'Navarro|Iglesias|Serrano|Molina',
    trades: 'Montajes|Reformas|Distribuciones|Asesoría',
    bodies: 'Ayuntamiento de Villarrubia|Clínica Dental Serrano|Fundación Horizonte Azul',
    given: 'Beatriz|Jorge|Lucía',
  },
  pt: {
    streets: 'Rua do Almada, 152|Estrada Nacional 10, km 3|Praceta da Fonte 8',
    towns: '4700-320 Braga|2900-001 Setúbal|8000-250 Faro',
    families: 'Carvalho|Teixeira|Moura',
    trades: 'Mobiliário|Serralharia|Consultores',
    bodies: 'Câmara Municipal de Serra|Associação Maré Alta',
    given: 'Inês|Rui|Marta',
  },
  pl: {
    streets: 'ul. Długa 17/3|al. Jerozolimskie 92|os. Słoneczne 5',
    towns: '31-147 Kraków|60-829 Poznań|50-071 Wrocław',
    families: 'Wiśniewski|Zieliński|Mazur',
    trades: 'Budownictwo|Meble|Instalacje',
    bodies: 'Urząd Gminy Lipowo|Kancelaria Mazur i Wspólnicy',
    given: 'Agnieszka|Piotr|Marek',
  },
  se: {
    streets: 'Kungsgatan 12|Industrivägen 4 B|Box 371',
    towns: '582 24 Linköping|903 27 Umeå|SE-252 20 Helsingborg',
    families: 'Lindqvist|Ekström|Åberg',
    trades: 'Bygg|Plåt|Konsult|Måleri',
    bodies: 'Ängsholms kommun|Bostadsrättsföreningen Kastanjen',
    given: 'Karin|Anders|Lotta',
  },
  dk: {
    streets: 'Søndergade 41|Industrivej 8|Ved Stranden 2, 3. tv.',
    towns: '7100 Vejle|9000 Aalborg|DK-4000 Roskilde',
    families: 'Mortensen|Kjær|Lund',
    trades: 'Tømrer|VVS|Grafisk|Maskiner',
    bodies: 'Nordby Kommune|Foreningen Havblik',
    given: 'Mette|Søren|Lars',
  },
  gb: {
    streets:
      'Unit 6, Forge Trading Estate|22 Castle Gate|The Old Dairy, Church Hill|1st Floor, 90 Deansgate',
    towns: 'NOTTINGHAM NG1 7AT|York YO1 9WT|Cardiff CF10 1EP|Glasgow G2 8DL',
    families: 'Whitfield|Pemberton|Hughes|Ashworth',
    trades: 'Joinery|Plant Hire|Print|Catering Supplies|Surveyors',
    bodies: 'Borough of Eastmoor|Hughes & Daughters|St Cuthbert Academy',
    given: 'Fiona|Graham|Imogen',
  },
  us: {
    streets: '4500 Industrial Pkwy|P.O. Box 2218|712 W. Jackson Blvd., Suite 300',
    towns: 'Denver, CO 80216|Madison, WI 53703|Tampa, FL 33602-1204',
    families: 'Whitaker|Delgado|Brandt|McAllister',
    trades: 'Welding|Freight|Staffing|Medical Supply',
    bodies: 'City of Fairmont|Brandt Family Dental|Lakeside School District 12',
    given: 'Megan|Travis|Renee',
  },
};

/** Countries that have their own places here, by how often each comes. */
export const FOREIGN_COUNTRIES: readonly Country[] = [
  ...([
    'de',
    'de',
    'de',
    'de',
    'at',
    'ch',
    'ch',
    'fr',
    'fr',
    'fr',
    'fr',
    'be',
    'nl',
    'nl',
  ] as const),
  ...(['it', 'it', 'es', 'es', 'pt', 'pl', 'se', 'dk', 'gb', 'gb', 'us', 'us'] as const),
];

/** Share of parties without a legal form. */
const BODIES = 0.22;
const WITH_LAND = 0.25;

export function makeParty(chance: Chance, country: Country): Party {
  const places = PLACES[country] ?? PLACES.de;
  if (places === undefined) throw new RangeError(`${country} must have places; add them to PLACES`);
  const of = (list: string): string => chance.pick(list.split('|'));
  const land = landOf(country);
  const [family, second, trade] = [of(places.families), of(places.families), of(places.trades)];
  const form = chance.pick(land.forms);
  const name = chance.happens(BODIES)
    ? of(places.bodies)
    : chance.pick([
        `${family} ${trade} ${form}`,
        `${trade} ${family} ${form}`,
        `${family}, ${second} & Co. ${form}`,
        `${family.slice(0, 2)}${second.slice(0, 3).toLowerCase()}tec ${form}`,
        `${family.toUpperCase()} ${trade.toUpperCase()} ${form}`,
        `${of(places.given)} ${family} ${trade}`,
      ]);
  return {
    name,
    street: of(places.streets),
    town: of(places.towns),
    land: chance.happens(WITH_LAND) ? land.name : '',
    vat: codeLike(chance, land.taxNumber),
    country,
    phone: codeLike(chance, '+1 212 555 01##'),
    person: `${of(places.given)} ${of(places.families)}`,
  };
}

/** The lines of an address below a name. */
export function addressOf({ street, town, land }: Party): string[] {
  return [street, town, land].filter((line) => line !== '');
}
