import type { CharacterRange } from './character-range.ts';
import { countryNamed } from './countries.ts';

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
/** UPU S42: a thoroughfare whose name says no type, with the number of the premises after it. */
const NUMBERED = /^\p{Lu}[\p{L}\s.'’-]{2,40}\s\d{1,4}\s?[a-z]?$/u;
const MOST_PARTS = 6;
const LONGEST_PART = 60;

/** What stands between commas and line breaks. */
interface Part {
  readonly text: string;
  readonly start: number;
}

/**
 * Postal addresses, in lines of their own or within a sentence: from a street with a number to the
 * postcode with its town, and a country after it.
 */
export function findAddresses(text: string): readonly FoundAddress[] {
  const parts = partsOf(text);
  const found: FoundAddress[] = [];
  for (let at = 0; at < parts.length; at += 1) {
    const block = addressFrom(parts, at);
    const [first, last] = [block[0], block.at(-1)];
    if (first === undefined || last === undefined) continue;
    const value = block.map((part) => part.text).join(', ');
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

function partsOf(text: string): readonly Part[] {
  return [...text.matchAll(/[^,;()\n]+/gu)].flatMap((match) => {
    // `Address: 1 High Street`.
    const written = match[0].replace(/^.*:\s/u, '').trim();
    const start = match.index + match[0].lastIndexOf(written);
    return written === '' ? [] : [{ text: written, start }];
  });
}

function addressFrom(parts: readonly Part[], from: number): readonly Part[] {
  const [first, second] = parts.slice(from, from + 2);
  if (first === undefined || first.text.length > LONGEST_PART || /@/.test(first.text)) return [];
  if (isPostalTown(first.text) && isStreet(first.text)) return [first];
  const next = second?.text ?? '';
  const isNumbered =
    (NUMBERED.test(first.text) && isPostalTown(next) && next.search(POSTCODE) === 0) ||
    (WAY.test(first.text) && /^\d{1,4}\p{L}?$/u.test(next));
  if (!isStreet(first.text) && !isNumbered) return [];
  for (let end = from + 1; end < Math.min(parts.length, from + MOST_PARTS); end += 1) {
    const [before, part, after] = [parts[end - 1], parts[end], parts[end + 1]];
    if (part === undefined || part.text.length > LONGEST_PART || /@/.test(part.text)) return [];
    const isTown = isPostalTown(part.text) || isPostalTown(`${before?.text}, ${part.text}`);
    if (countryNamed(part.text) !== null) return parts.slice(from, end + 1);
    if (!isTown || (end === from + 1 && isStreet(part.text))) continue;
    const hasCountry = after !== undefined && countryNamed(after.text) !== null;
    return parts.slice(from, end + (hasCountry ? 2 : 1));
  }
  return [];
}

/** A way and a number: `1 High Street`, `Hauptstraße 5`. */
function isStreet(part: string): boolean {
  return /\d/.test(part) && WAY.test(part);
}
