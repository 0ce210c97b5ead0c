import type { Taxonomy } from '../../../config/schema.ts';
import type { FoundField } from './extractive-extraction.ts';
import { findLabels } from './field-labels.ts';

const LEGAL_FORM = String.raw`(?:Inc\.?|INC\.?|Incorporated|INCORPORATED|L\.?L\.?C\.?|Ltd\.?|LTD\.?|Limited|LIMITED|Corp\.?|CORP\.?|Corporation|CORPORATION|Company|COMPANY|Co\.|GmbH(?: & Co\. KG)?|AG|KG|UG|e\.K\.|S\.?A\.?(?: de C\.?V\.?)?|S\.?L\.?(?:U\.?)?|B\.?V\.?|N\.?V\.?|PLC|plc|LLP|L\.?P\.?|SE|SARL|S\/B|(?:Sdn|SDN)\.? ?(?:Bhd|BHD)\.?|(?:Pty|PTY)\.? (?:Ltd|LTD)\.?|BHD\.?|ENTERPRISE|TRADING)`;
/** Capitalised words up to a legal form, on one line. */
const COMPANY = new RegExp(
  String.raw`(?<![\p{L}\d])(?:(?:[\p{Lu}\d][\p{L}\d.'’-]*|\(\p{Lu}+\)|&|of|de) ){0,6}(?:[\p{Lu}\d][\p{L}\d.'’-]*|\(\p{Lu}+\)),? ${LEGAL_FORM}(?![\p{L}\d])`,
  'gu',
);
const PREAMBLE = /\b(?:between|among|zwischen|entre)\b[:\s]/iu;
const ROLE =
  /,? \((?:(?:the|der|die|das|el|la) )?["“„«][\p{Lu}][^"”“»]{2,30}["”“»]\)|,? (?:hereinafter|nachfolgend|im folgenden|en adelante|en lo sucesivo)(?: (?:the|der|die|das|el|la))? ["“„«]?\p{Lu}\p{L}+/giu;
const SECOND_ROLE = /recipient|buyer|customer|tenant|employee|second/;
/** Agreements name their parties, and other documents their issuer, within this many characters. */
const HEAD = 1_500;
/** Lines that name the kind of a document, not who issued it. */
const TITLE =
  /^(?:(?:tax |simplified |commercial )*invoice|receipt|cash (?:bill|sales?|receipt)|bill|copy|original|purchase order|credit note|certificate.*|rechnung|gutschrift|quittung|factura|recibo|page \d.*)\W*$/i;

/** A company of the preamble, of a label's line, or of the document's head. */
export function findParty(
  text: string,
  field: Taxonomy['fields'][number],
  labels: readonly string[],
): FoundField | null {
  const isSecond = SECOND_ROLE.test(field.name);
  const head = text.slice(0, HEAD);
  const preamble = PREAMBLE.exec(head);
  const after = preamble === null ? '' : text.slice(preamble.index, preamble.index + HEAD);
  const named = (rolesOf(head) ?? companiesOf(after))[isSecond ? 1 : 0];
  if (named !== undefined) return { value: named, confidence: 0.7, quote: named };
  const labelled = findLabels(text.slice(0, HEAD * 2), labels)
    .toSorted((a, b) => a.rank - b.rank || a.start - b.start)
    .map((label) => afterLabel(text, label.end))
    .find((name) => name !== null && (isSecond || isCompany(name)));
  if (labelled !== undefined && labelled !== null) {
    return { value: labelled, confidence: 0.65, quote: labelled };
  }
  if (!isSecond) return headName(head);
  const second = companiesOf(head)[1];
  return second === undefined ? null : { value: second, confidence: 0.4, quote: second };
}

/** `Fabrikam Ltd., 1 High Street (the "Supplier") and Ann Lee, hereinafter the Employee`: both names. */
function rolesOf(head: string): readonly string[] | null {
  const names: string[] = [];
  let from = 0;
  for (const marker of head.matchAll(ROLE)) {
    const before = head.slice(from, marker.index).replace(/\s+/g, ' ');
    const started = before
      .replace(/^.*\b(?:between|among|zwischen|entre)\b/iu, '')
      .replace(/^.*?[.:] /u, '');
    const name = /^\W*(?:(?:and|und|y) )?(\p{Lu}[^,("]{2,70}?)(?:,|$)/u.exec(started.trim())?.[1];
    if (name !== undefined) names.push(name.trim());
    from = marker.index + marker[0].length;
  }
  return names.length < 2 ? null : names;
}

/** The distinct companies of the preamble; null where fewer than two are named. */
export function findParties(text: string): FoundField | null {
  const names = companiesOf(text.slice(0, HEAD * 2)).slice(0, 4);
  return names.length < 2 ? null : { value: names, confidence: 0.5, quote: names };
}

/** The first line of the head that is a company; else the first that is no title. */
function headName(head: string): FoundField | null {
  const lines = head
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /\p{L}{3}/u.test(line) && line.length <= 80)
    .slice(0, 8);
  const company = lines.find(isCompany);
  const line = company ?? lines.find((one) => !TITLE.test(one));
  if (line === undefined) return null;
  const value = nameOf(line);
  return { value, confidence: company === undefined ? 0.35 : 0.6, quote: value };
}

/** A line without the label before the name, the address and the registration number after it. */
function nameOf(line: string): string {
  const name = line
    .replace(/^[\p{L} ]{2,30}:\s*/u, '')
    .split(
      /,\s*(?=[^,]*\d)|,? \((?:the|der|die|el|la) |, (?:hereinafter|nachfolgend|en adelante)/iu,
    )[0]
    ?.replace(/\s*\(?(?:co\.? ?(?:reg)?[.:]? ?(?:no[.:]*)? ?)?\d{4,}[-\w]*\)?.*$/i, '')
    .replace(/,\s*$/, '')
    .trim();
  return name === undefined || name.length < 3 ? line : name;
}

/** Whether a line names a legal form. */
export function isCompany(line: string): boolean {
  return new RegExp(`(?<![\\p{L}])${LEGAL_FORM}(?![\\p{L}\\d])`, 'u').test(line);
}

function companiesOf(text: string): readonly string[] {
  const names = [...text.matchAll(COMPANY)].map(([name]) =>
    name.replace(/^(?:and|und|y|of|de|&|The|Between|BETWEEN) /, ''),
  );
  return names.filter((name, at) => {
    const key = name.toLowerCase();
    return names.findIndex((other) => other.toLowerCase() === key) === at;
  });
}

/** What stands beside a label that ends its cell or has a colon, or on the line below it. */
function afterLabel(text: string, end: number): string | null {
  const rest = text.slice(end, end + 160);
  const line =
    /^(?:[ \t]*[:.][ \t]*(?:\r?\n[ \t]*)?| {2,}|\t|[ \t]*\r?\n[ \t]*)(\p{Lu}[^\n;:(]{2,90})/u.exec(
      rest,
    )?.[1];
  const cell = line?.split(/ {2,}|\t|\s\|/)[0];
  return cell === undefined || cell.trim().length < 3 ? null : nameOf(cell.trim());
}
