import { type SourceBlock } from '../layout/source-blocks.ts';
import { gridBlocks, gridOfRows } from './sheet-grid.ts';

/** Separators in use: comma, semicolon where the comma is decimal, tab, bar. */
const SEPARATORS = [',', ';', '\t', '|'] as const;
const SAMPLE_LINES = 50;

/** Rows of separated values (RFC 4180), with the separator that its lines agree on. */
export function csvBlocks(text: string): SourceBlock[] {
  const named = /^sep=(.)\r?\n/i.exec(text);
  const body = named ? text.slice(named[0].length) : text;
  return gridBlocks(gridOfRows(csvRows(body, named?.[1] ?? separatorOf(body))));
}

/** Fields by row; a quoted field may hold separators, quotes written twice and line ends. */
export function csvRows(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const field =
      text[at] === '"' ? quotedField(text, at, separator) : plainField(text, at, separator);
    row.push(field.value);
    at = field.end;
    if (text.startsWith(separator, at)) {
      at += separator.length;
      if (at === text.length) row.push('');
      continue;
    }
    rows.push(row);
    row = [];
    at += text.startsWith('\r\n', at) ? 2 : 1;
  }
  return rows;
}

function plainField(text: string, from: number, separator: string): { value: string; end: number } {
  let end = from;
  while (end < text.length && !'\r\n'.includes(text[end] ?? '') && text[end] !== separator)
    end += 1;
  return { value: text.slice(from, end), end };
}

/** What stands between the closing quote and the separator belongs to the field as well. */
function quotedField(
  text: string,
  from: number,
  separator: string,
): { value: string; end: number } {
  let value = '';
  let at = from + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return { value: value + text.slice(at), end: text.length };
    value += text.slice(at, quote);
    if (text[quote + 1] !== '"') {
      const rest = plainField(text, quote + 1, separator);
      return { value: value + rest.value, end: rest.end };
    }
    value += '"';
    at = quote + 2;
  }
}

/** The separator that most lines have equally often. */
function separatorOf(text: string): string {
  const lines = text
    .slice(0, 100_000)
    .replaceAll(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|[\r\n]/)
    .filter((line) => line.trim() !== '')
    .slice(0, SAMPLE_LINES);
  const agreement = (separator: string): number => {
    const counts = lines.map((line) => line.split(separator).length - 1);
    const usual = counts.toSorted((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 0;
    return usual === 0
      ? 0
      : counts.filter((count) => count === usual).length / lines.length + usual / 1e3;
  };
  return SEPARATORS.reduce((best, one) => (agreement(one) > agreement(best) ? one : best));
}
