import type { CharacterRange } from './character-range.ts';
import { countryNamed } from './countries.ts';

export interface FoundLaw {
  /** The place whose law it is, as written; the country's English name where an adjective says it. */
  readonly value: string;
  readonly range: CharacterRange;
}

/**
 * Words for law and for what a state calls itself, in eight languages: EuroVoc (Publications Office
 * of the EU), concepts `law`, `legislation`, `court`, `State`, `federal State`, `republic`, `kingdom`.
 */
const LAW = cases(
  `law laws legislation courts recht rechts gesetze gesetzen ley leyes legislación legislacion
  derecho droit lois loi diritto legge leggi wetten lei leis direito prawo prawa`,
);
const JOINING = cases(
  `of in the and for der des die das den von dem de del la el los las du le di della dello d
  state commonwealth province republic kingdom federal country territory people people's
  estado república reino provincia bundesrepublik republik staates freistaates landes kantons
  république royaume repubblica regno koninkrijk rzeczypospolitej`,
);
const STATE = new RegExp(`^(?:${JOINING})$`, 'u');
const PLACE = String.raw`\p{Lu}[\p{L}'’.-]*\p{L}(?:[^\S\n]+(?:(?:and|of|y|et|und|e|AND|OF)[^\S\n]+)?\p{Lu}[\p{L}'’-]+){0,4}`;
/** `laws of the State of New York`: the words that join are not counted, they may wrap lines. */
const LAW_OF = new RegExp(
  String.raw`(?<!\p{L})(?:${LAW})\s+(?:(?:${JOINING})(?:\s+|['’])){1,7}(?<place>${PLACE})`,
  'gu',
);
/** `New York law`, `German law`. */
const PLACE_LAW = new RegExp(
  String.raw`(?<!\p{L})(?<place>\p{Lu}\p{Ll}+(?: (?:and )?\p{Lu}\p{Ll}+){0,2}) (?:[Ss]tate )?[Ll]aws?(?!\p{L})`,
  'gu',
);
/** `deutschem Recht`, `derecho español`, `droit français`. */
const ADJECTIVE_LAW =
  /(?<!\p{L})(?:(?<before>\p{L}{5,})(?:e[mnrs]?)\s+Rechte?s?|(?:[Dd]erecho|[Dd]roit|[Dd]iritto|[Dd]ireito|[Ll]ey|[Ll]egislación)\s+(?<after>\p{Ll}{5,}))(?!\p{L})/gu;
/**
 * Who and what belongs to a country: Interinstitutional style guide of the EU, annex A5, adjectives
 * of countries in English, German, Spanish, French and Italian.
 */
const ADJECTIVES: ReadonlyMap<string, string> = new Map(
  `DE german deutsch alemán alemana allemand tedesco|AT austrian österreichisch austriaco autrichien
  |CH swiss schweizerisch schweizer suizo suisse svizzero|FR french französisch francés français francese
  |ES spanish spanisch español española espagnol spagnolo|IT italian italienisch italiano italien
  |GB english british englisch inglés anglais inglese|IE irish irisch irlandés irlandais irlandese
  |NL dutch niederländisch neerlandés néerlandais olandese|BE belgian belgisch belga belge
  |LU luxembourgish luxemburgisch luxemburgués luxembourgeois|PT portuguese portugiesisch portugués portugais
  |PL polish polnisch polaco polonais polacco|CZ czech tschechisch checo tchèque|SE swedish schwedisch sueco suédois
  |DK danish dänisch danés danois|NO norwegian norwegisch noruego norvégien|FI finnish finnisch finlandés finlandais
  |HU hungarian ungarisch húngaro hongrois|RO romanian rumänisch rumano roumain|GR greek griechisch griego grec
  |US american amerikanisch estadounidense américain|MX mexican mexikanisch mexicano mexicain
  |CA canadian kanadisch canadiense canadien|JP japanese japanisch japonés japonais|CN chinese chinesisch chino chinois
  |IN indian indisch indio indien|AU australian australisch australiano australien|BR brazilian brasilianisch brasileño brésilien`
    .split('|')
    .flatMap((line) => {
      const [country = '', ...adjectives] = line.trim().split(/\s+/);
      return adjectives.map((adjective) => [adjective, country] as const);
    }),
);
/** Capitalised before `law`, and no place. */
const NO_PLACE =
  /^(?:The|This|That|Any|All|Such|No|Applicable|Governing|Under|Other|Said|State|Federal|Local|Common|Civil|Company|Tax|Labou?r|Employment|Bankruptcy|Securities|Patent|Copyright|Privacy|Export|Antitrust|Competition|Agreement|Part(?:y|ies)|Conflicts?|Courts?)(?!\p{L})/iu;

/** Places that a text names after or before a word for law, in order. */
export function findLaws(text: string): readonly FoundLaw[] {
  const found: FoundLaw[] = [];
  for (const match of [...text.matchAll(LAW_OF), ...text.matchAll(PLACE_LAW)]) {
    const place = match.groups?.['place'] ?? '';
    if (NO_PLACE.test(place) || STATE.test(place)) continue;
    const start = match.index + match[0].indexOf(place);
    found.push({ value: adjectiveOf(place) ?? place, range: [start, start + place.length] });
  }
  for (const match of text.matchAll(ADJECTIVE_LAW)) {
    const written = match.groups?.['before'] ?? match.groups?.['after'] ?? '';
    const value = adjectiveOf(written);
    if (value === null) continue;
    const start = match.index + match[0].indexOf(written);
    found.push({ value, range: [start, start + written.length] });
  }
  return found.sort((a, b) => a.range[0] - b.range[0]);
}

/** Whether two names mean the same country: `German`, `Deutschland` and `Germany`. */
export function isSamePlace(one: string, other: string): boolean {
  const [first, second] = [one, other].map(
    (name) => ADJECTIVES.get(name.toLowerCase()) ?? countryNamed(name),
  );
  return first !== null && first !== undefined && first === second;
}

function adjectiveOf(word: string): string | null {
  const country = ADJECTIVES.get(word.toLowerCase());
  if (country === undefined) return null;
  return country === 'GB'
    ? 'England'
    : (new Intl.DisplayNames('en', { type: 'region' }).of(country) ?? null);
}

/** Each word in lower case, with a capital and in capitals: the patterns tell names by capitals. */
function cases(words: string): string {
  return words
    .split(/\s+/)
    .flatMap((word) => [word, word.charAt(0).toUpperCase() + word.slice(1), word.toUpperCase()])
    .sort((a, b) => b.length - a.length)
    .join('|');
}
