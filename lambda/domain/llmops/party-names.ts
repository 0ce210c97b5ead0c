import type { Taxonomy } from '../../../config/schema.ts';
import type { FoundField } from './extractive-extraction.ts';
import { findLabels } from './field-labels.ts';

const LEGAL_FORM =
  'Inc\\.?|Incorporated|L\\.?L\\.?C\\.?|Ltd\\.?|Limited|Corp\\.?|Corporation|Company|Co\\.|GmbH(?: & Co\\. KG)?|AG|KG|S\\.?A\\.?(?: de C\\.?V\\.?)?|S\\.?L\\.?|B\\.?V\\.?|N\\.?V\\.?|PLC|plc|LLP|L\\.?P\\.?|SE|SARL|Pty\\.? Ltd\\.?|Sdn\\.? Bhd\\.?|SDN\\.? BHD\\.?|BHD';
/** Capitalised words up to a legal form. */
const COMPANY = new RegExp(
  `(?<![\\p{L}\\d])(?:[\\p{Lu}\\d][\\p{L}\\d&.'’-]*(?:,? | & | and (?=\\p{Lu}))){1,6}(?:${LEGAL_FORM})(?![\\p{L}])`,
  'gu',
);
const PREAMBLE = /\b(?:between|by and between|by and among|among|zwischen|entre)\b[:\s]/iu;
const SECOND_ROLE = /recipient|buyer|customer|tenant|employee/;
/** Agreements name their parties within this many characters. */
const PREAMBLE_REACH = 1_500;

/** A company near a label, else the first (issuer) or second (recipient) of the preamble. */
export function findParty(
  text: string,
  field: Taxonomy['fields'][number],
  labels: readonly string[],
): FoundField | null {
  if (field.type === 'address') return addressOf(text, labels);
  const companies = companiesOf(text);
  const labelled = findLabels(text.slice(0, 4_000), labels)
    .toSorted((a, b) => a.rank - b.rank)
    .map((label) => afterLabel(text, label.end))
    .find((name) => name !== null);
  const isSecond = SECOND_ROLE.test(field.name);
  const preamble = PREAMBLE.exec(text.slice(0, PREAMBLE_REACH));
  if (preamble !== null) {
    const named = companies.filter(({ at }) => at > preamble.index);
    const name = distinct(named.map((one) => one.name))[isSecond ? 1 : 0];
    if (name !== undefined) return { value: name, confidence: 0.7, quote: name };
  }
  if (labelled !== undefined && labelled !== null) {
    return { value: labelled, confidence: 0.65, quote: labelled };
  }
  const name = distinct(companies.map((one) => one.name))[isSecond ? 1 : 0];
  if (name !== undefined) return { value: name, confidence: 0.5, quote: name };
  if (isSecond) return null;
  // Till receipts and letters begin with who issues them.
  const first = text
    .split('\n')
    .find((line) => /\p{L}{3}/u.test(line))
    ?.trim()
    .slice(0, 80);
  return first === undefined ? null : { value: first, confidence: 0.35, quote: first };
}

/** The distinct companies of the preamble; null where fewer than two are named. */
export function findParties(text: string): FoundField | null {
  const head = text.slice(0, PREAMBLE_REACH * 2);
  const names = distinct(companiesOf(head).map((one) => one.name)).slice(0, 4);
  if (names.length < 2) return null;
  return { value: names, confidence: 0.5, quote: names };
}

function companiesOf(text: string): readonly { readonly name: string; readonly at: number }[] {
  return [...text.slice(0, 20_000).matchAll(COMPANY)].map((match) => ({
    name: match[0],
    at: match.index,
  }));
}

function afterLabel(text: string, end: number): string | null {
  const rest = text.slice(end, end + 160);
  const line = /^[ \t]*[:.]?[ \t]*(?:\r?\n[ \t]*)?(\p{Lu}[^\n,;:(]{2,70})/u.exec(rest)?.[1];
  const name = line?.split(/ {2,}|\t|\s\|/)[0]?.trim();
  return name === undefined || name.length < 3 || /^\d/.test(name) ? null : name;
}

const POSTCODE = /\b\d{5}(?:-\d{4})?\b|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/;
const STREET =
  /\b(?:street|st|road|rd|avenue|ave|lane|drive|blvd|boulevard|way|jalan|jln|suite|floor|square)\b|stra(?:ß|ss)e|str\.|weg\b|platz\b|\b(?:calle|avenida|plaza|paseo)\b/i;

/** The first line or two that look like a street with a postcode. */
function addressOf(text: string, labels: readonly string[]): FoundField | null {
  const lines = text.slice(0, 3_000).split('\n');
  for (const [at, line] of lines.entries()) {
    if (!STREET.test(line) || !/\d/.test(line)) continue;
    const parts = [line.trim()];
    for (const next of lines.slice(at + 1, at + 4)) {
      if (parts.some((part) => POSTCODE.test(part)) || !/\d|,/.test(next)) break;
      parts.push(next.trim());
    }
    const quote = lines
      .slice(at, at + parts.length)
      .join('\n')
      .trim();
    return { value: withoutLabel(parts.join(' '), labels), confidence: 0.5, quote };
  }
  return null;
}

function withoutLabel(value: string, labels: readonly string[]): string {
  const [label] = findLabels(value.slice(0, 30), labels);
  return label === undefined ? value : value.slice(label.end).replace(/^[\s:]+/, '');
}

function distinct(names: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return names.filter((name) => {
    const key = name.toLowerCase();
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
