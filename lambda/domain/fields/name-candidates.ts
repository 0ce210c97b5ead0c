import { cellGrid } from './evidence/cell-grid.ts';
import { partyBlocks } from './evidence/party-blocks.ts';
import type { Candidate } from './field-candidates.ts';
import { COMPANY, LEGAL_FORM } from '../text/legal-forms.ts';
import { linesOf } from '../text/text-lines.ts';
import type { Line } from '../text/text-lines.ts';
import { partsOf } from './name-parts.ts';

/** A defined term in brackets: `(the "Company" or "Acme")`; the quoted part is the alias. */
const ALIAS = /\([^()"“”]{0,60}(["“][^()]{0,80}["”])[^()"“”]{0,80}\)/gu;
/** What can stand in front of a name in a list of parties. */
const CONNECTOR =
  /(?:^|(?<!\p{L})(?:between|among|by|and|with|of|zwischen|und|entre|y|BETWEEN|AMONG|BY|AND)|[,;:)]|\n\s*\n)\s*(?:\(\w{1,3}\)\s*)?(?=["“]?[\p{Lu}\d])/gu;
/** A name ends at a comma that no legal form follows, or at a bracket. */
const NAME = new RegExp(
  String.raw`^["“]?([\p{Lu}\d](?:[^,;()\n]|\n(?!\s*\n)|,\s*(?=(?:${LEGAL_FORM})\b)){1,90})`,
  'u',
);
const MAX_NAMES_PER_ALIAS = 5;
/** A name and its alias stand this close; addresses and registers come between. */
const ALIAS_DISTANCE = 450;
const BETWEEN =
  /(?<!\p{L})(?:between|and|among|zwischen|und|entre|y|by)[:\s]+(?:\(\d\)\s*)?(\p{Lu}[^,;(\n"“]{2,80})/gu;
/** Register and till numbers around a name: `ACME SDN BHD (126926-H)`, `#0002 ACME`. */
const REGISTRATION = /\s*[([][^()[\]]*\d[^()[\]]*[)\]]?\s*$/u;
const LEADING_NUMBER = /^[#*\s]*\d[\d-]*\s+(?=\p{L})/u;
/** Names and addresses stand in the head and, as signatures, in the tail. */
const HEAD_CHARACTERS = 6_000;
const HEAD_LINES = 40;
const MAX_LINE = 90;

/** Names of companies and people: legal forms, "between X and Y", lines of the head. */
export function findParties(text: string, options: { readonly aliases: boolean }): Candidate[] {
  const head = text.slice(0, HEAD_CHARACTERS);
  const names = [...matches(head, COMPANY, 0, 'company'), ...matches(head, BETWEEN, 1, 'between')];
  if (options.aliases) return [...names, ...aliasedNames(head)];
  const lines = lineCandidates(linesOf(head).slice(0, HEAD_LINES));
  return [...names, ...lines].flatMap((whole) => [whole, ...partCandidates(head, whole)]);
}

function partCandidates(text: string, { range, form }: Candidate): Candidate[] {
  return partsOf(text.slice(...range)).map((part) => ({
    value: collapse(part.text),
    range: [range[0] + part.at, range[0] + part.at + part.text.length],
    form: `${form} ${part.form}`,
  }));
}

/** Blocks of one to four lines of the head, and what follows "offices at". */
export function findAddresses(text: string): Candidate[] {
  const head = text.slice(0, HEAD_CHARACTERS);
  const lines = linesOf(head)
    .slice(0, HEAD_LINES)
    .filter((line) => line.text.length <= MAX_LINE);
  const blocks = lines.flatMap((_, first) => blocksFrom(lines, first));
  return [...blocks, ...matches(head, OFFICES, 1, 'offices'), ...columnAddresses(text)];
}

/** Addresses below or behind the names of parties, whole and without their first lines. */
function columnAddresses(text: string): Candidate[] {
  return partyBlocks(cellGrid(text)).flatMap(({ address, cells, isLine }) =>
    address.flatMap((_, from): Candidate[] => {
      const value = collapse(address.slice(from).join(', '));
      const first = isLine ? cells[0] : cells[from + 1];
      if (first === undefined || !/\d/u.test(value)) return [];
      return [{ value, range: [first.start, first.end], form: isLine ? 'sender' : 'column' }];
    }),
  );
}
const OFFICES =
  /(?:offices?|business|located|residing|address|sede|domicilio|sitz|wohnhaft)[^.;\n]{0,30}?(?:\bat\b|\bin\b|\ben\b|:)\s*([\p{L}\d][^;("“\n]{8,100}?\d[^;("“\n]{0,60}?)(?=[;("“\n.]|,? (?:and|und|y|hereinafter)\b|$)/giu;

function matches(text: string, pattern: RegExp, group: number, form: string): Candidate[] {
  return Array.from(text.matchAll(pattern), (match): Candidate => {
    const found = match[group] ?? '';
    const value = found.trim();
    const start = match.index + match[0].indexOf(found) + found.indexOf(value);
    return { value: collapse(value), range: [start, start + value.length], form };
  });
}

/** `Name ("Alias")` for each bracketed alias and each name that can belong to it. */
function aliasedNames(text: string): Candidate[] {
  let from = 0;
  return Array.from(text.matchAll(ALIAS)).flatMap((alias) => {
    const start = Math.max(from, alias.index - ALIAS_DISTANCE);
    const before = text.slice(start, alias.index);
    from = alias.index + alias[0].length;
    const starts = Array.from(before.matchAll(CONNECTOR), (at) => at.index + at[0].length);
    return starts.slice(-MAX_NAMES_PER_ALIAS).flatMap((at, index, all): Candidate[] => {
      const name = NAME.exec(before.slice(at))?.[1]?.trim();
      if (name === undefined) return [];
      const range = [start + at, start + at + name.length] as const;
      const value = `${collapse(name)} (${collapse(alias[1] ?? '')})`;
      return [{ value, range, form: `alias${all.length - index}` }];
    });
  });
}

/** Whole lines, what follows their label, and the cells of a table row. */
function lineCandidates(lines: readonly Line[]): Candidate[] {
  return lines.flatMap((line): Candidate[] => {
    if (line.text.length > MAX_LINE) return [];
    const parts = [{ text: line.text, start: line.start, form: 'line' }];
    const bare = line.text.replace(REGISTRATION, '').replace(LEADING_NUMBER, '').trim();
    if (bare !== line.text && bare.length > 2) {
      parts.push({ text: bare, start: line.start + line.text.indexOf(bare), form: 'bare' });
    }
    for (const cell of line.text.matchAll(
      /(?:^|[:|\t]|\s{2,})\s*([^:|\t]+?)(?=\s{2,}|[|\t]|$)/gu,
    )) {
      const found = cell[1] ?? '';
      if (found === line.text || found.length < 2) continue;
      const start = line.start + cell.index + cell[0].indexOf(found);
      parts.push({ text: found, start, form: 'cell' });
    }
    return parts.map(({ text, start, form }) => ({
      value: collapse(text),
      range: [start, start + text.length],
      form,
    }));
  });
}

function blocksFrom(lines: readonly Line[], first: number): Candidate[] {
  const found: Candidate[] = [];
  for (let count = 1; count <= 4; count += 1) {
    const block = lines.slice(first, first + count);
    const last = block.at(-1);
    const start = block[0]?.start;
    if (last === undefined || start === undefined || block.length < count) break;
    const range = [start, last.start + last.text.length] as const;
    const spaced = collapse(block.map((line) => line.text).join(' '));
    if (!/\d/u.test(spaced)) continue;
    found.push({ value: spaced, range, form: `block${count}` });
    const label = /^[^:]{2,25}:\s*/u.exec(spaced)?.[0];
    if (label !== undefined) {
      found.push({ value: spaced.slice(label.length), range, form: `label${count}` });
    }
    const commas = block.map((line) => line.text.replace(/,$/u, '')).join(', ');
    if (collapse(commas) !== spaced) {
      found.push({ value: collapse(commas), range, form: `comma${count}` });
    }
  }
  return found;
}

function collapse(value: string): string {
  return value.replace(/\s+/gu, ' ').trim();
}
