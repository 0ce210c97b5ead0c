import type { CharacterRange } from './character-range.ts';
import { countryNamed } from './countries.ts';
import { type Line, linesOf } from './text-lines.ts';

export interface FoundAddress {
  /** Its lines, one after another with commas. */
  readonly value: string;
  readonly range: CharacterRange;
}

/**
 * Words and endings for ways and for units in a building: UPU S42 (international addressing), element
 * types thoroughfare and delivery point, in the languages of its templates; USPS Publication 28,
 * appendix C.
 */
const WAY =
  /(?<!\p{L})(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|boulevard|blvd|bd|way|court|square|sq|parkway|pkwy|plaza|highway|hwy|terrace|place|jalan|jln|lorong|rue|allée|quai|chemin|impasse|calle|avenida|avda|paseo|plaza|carrera|camino|via|viale|corso|piazza|rua|travessa|largo|ulica|ul|aleja|suite|ste|floor|flr|lot|po box|postfach|box)(?!\p{L})|\p{L}(?:stra(?:ß|ss)e|str\.|weg|platz|allee|gasse|ring|damm|ufer|straat|laan|plein|gracht|kade|gatan|vägen|gade|vej|veien|katu|tie|utca|ulice)(?!\p{L})/iu;
/** UPU S42, elements postcode and town, in either order; or a town, a state and a ZIP code. */
const POSTCODE =
  /(?<![\p{L}\d])(?:(?:[A-Z]{1,2}-)?\d{4,6}(?:-\d{3,4})?|\d{2}-\d{3}|\d{4} ?[A-Z]{2}|\d{3} ?\d{2}|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d|〒?\d{3}-\d{4})(?![\p{L}\d])/u;
const TOWN = /\p{Lu}\p{L}+/u;
const MOST_LINES = 5;
const LONGEST_LINE = 90;

/**
 * Postal addresses that stand in lines of their own: from a line with a street and a number to the
 * one with a postcode and a town, and a country below it.
 */
export function findAddresses(text: string): readonly FoundAddress[] {
  const lines = linesOf(text);
  const found: FoundAddress[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const block = addressFrom(lines, at);
    const [first, last] = [block[0], block.at(-1)];
    if (first === undefined || last === undefined) continue;
    const value = block.map((line) => line.text.replace(/[\s,;]+$/u, '')).join(', ');
    found.push({ value, range: [first.start, last.start + last.text.length] });
    at += block.length - 1;
  }
  return found;
}

/** Whether a part of a line ends an address: a postcode beside a capitalised word, and no street. */
export function isPostalTown(line: string): boolean {
  return line.split(',').some((part, at, all) => {
    const town = at > 0 && !TOWN.test(part.replace(POSTCODE, '')) ? `${all[at - 1]} ${part}` : part;
    const match = POSTCODE.exec(town);
    return match !== null && !WAY.test(town) && TOWN.test(town.replace(match[0], ''));
  });
}

function addressFrom(lines: readonly Line[], from: number): readonly Line[] {
  const [first] = lines.slice(from, from + 1);
  if (first === undefined || !isStreet(first.text)) return [];
  const block = [first];
  for (const line of lines.slice(from + 1, from + MOST_LINES)) {
    const hasTown = block.some(({ text }) => isPostalTown(text));
    if (line.text.length > LONGEST_LINE || (hasTown && countryNamed(line.text) === null)) break;
    if (/[:@]/u.test(line.text)) break;
    block.push(line);
    if (hasTown) break;
  }
  const end = block.findLastIndex(({ text }) => isPostalTown(text) || countryNamed(text) !== null);
  return end < 0 ? (isPostalTown(first.text) ? [first] : []) : block.slice(0, end + 1);
}

/** A line with a way and a number: `1 High Street`, `Hauptstraße 5`, `Calle Mayor, 3`. */
function isStreet(line: string): boolean {
  return line.length <= LONGEST_LINE && /\d/.test(line) && !/@/.test(line) && WAY.test(line);
}
