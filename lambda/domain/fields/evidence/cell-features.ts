import type { TermClass } from '../../text/terms/label-classes.ts';
import { findTerms, termTokens } from '../../text/terms/label-classes.ts';
import type { Cell, CellGrid } from './cell-grid.ts';
import { cellAt, cellInRow } from './cell-grid.ts';
import type { Candidate } from '../field-candidates.ts';

/** Rows above in which the head of a column or of a block of lines is looked for. */
const REACH = 8;

export interface Label {
  /** Classes of terms in it, those of the longest term first. */
  readonly kinds: readonly TermClass[];
  /** Ends as labels do, or consists of a term alone. */
  readonly isWhole: boolean;
}

/**
 * What each candidate's cell says before it, and what the cells say that stand at its left, above
 * and below it in its column: a label names the value beside or under it, whatever the language.
 */
export function cellFeatures(
  text: string,
  grid: CellGrid,
  candidates: readonly Candidate[],
): string[][] {
  const labels = new Map<string, Label | null>();
  const labelOf = (words: string): Label | null => {
    const known = labels.get(words);
    if (known !== undefined) return known;
    const read = readLabel(words);
    labels.set(words, read);
    return read;
  };
  return candidates.map(({ range, form }) => {
    const cell = cellAt(grid, range[0]);
    if (cell === undefined) return [];
    return namesOf({ grid, cell, labelOf, text, range, form });
  });
}

interface Place {
  readonly grid: CellGrid;
  readonly cell: Cell;
  readonly labelOf: (words: string) => Label | null;
  readonly text: string;
  readonly range: Candidate['range'];
  readonly form: string;
}

function namesOf(place: Place): string[] {
  const { grid, cell, labelOf, text, range, form } = place;
  const row = grid.rows[cell.row] ?? [];
  const own = text.slice(cell.start, range[0]).trim();
  const rest = text.slice(range[1], cell.end).trim();
  const leftCell = row[cell.column - 1];
  const aboveCell = cellInRow(grid, cell, cell.row - 1);
  const belowCell = cellInRow(grid, cell, cell.row + 1);
  const left = leftCell === undefined ? null : labelOf(leftCell.text);
  const above = aboveCell === undefined ? null : labelOf(aboveCell.text);
  const below = belowCell === undefined ? null : labelOf(belowCell.text);
  const before = own === '' ? null : labelOf(own);
  const head = headOf(place);
  const names = [
    `cell=${own === ''} ${rest === ''} ${row.length > 1}`,
    ...said('own', before),
    ...said('left', left),
    ...said('above', above),
    ...said('below', below),
    ...said(`column`, head),
  ];
  const [way, label] = namedBy(own === '', { own: before, left, above, column: head });
  names.push(`way=${way}`);
  for (const kind of label?.kinds ?? []) names.push(`label:${kind}`, `label,form=${kind} ${form}`);
  const [first] = label?.kinds ?? [];
  names.push(`first=${first}`, `first,way=${first} ${way}`);
  return names;
}

/** The label that names the value: before it in its cell, at its left, above it, over its column. */
function namedBy(
  isFirst: boolean,
  labels: Readonly<Record<'own' | 'left' | 'above' | 'column', Label | null>>,
): readonly [string, Label | null] {
  const { own, left, above, column } = labels;
  const says = (label: Label | null): boolean => label !== null && label.kinds.length > 0;
  if (says(own)) return ['own', own];
  if (isFirst && says(left)) return ['left', left];
  if (isFirst && says(above)) return ['above', above];
  return isFirst && column !== null ? ['column', column] : ['none', null];
}

function said(where: string, label: Label | null): string[] {
  if (label === null) return [`${where}:none`];
  const [first] = label.kinds;
  return [
    `${where}:first=${first}`,
    `${where}:whole=${label.isWhole} ${first}`,
    ...label.kinds.map((kind) => `${where}:${kind}`),
  ];
}

/** The nearest whole label above in the column, beyond the cell right above. */
function headOf({ grid, cell, labelOf }: Place): Label | null {
  for (let far = 2; far <= REACH; far += 1) {
    const above = cellInRow(grid, cell, cell.row - far);
    const label = above === undefined ? null : labelOf(above.text);
    if (label !== null && label.isWhole && label.kinds.length > 0) return label;
  }
  return null;
}

/** Null for what is no label: figures without a word, or a long line. */
export function readLabel(words: string): Label | null {
  const short = words.slice(-80);
  const tokens = termTokens(short);
  if (!tokens.some((token) => /\p{L}/u.test(token))) return null;
  const terms = findTerms(tokens).sort(
    (a, b) => b.at + b.length - (a.at + a.length) || b.length - a.length,
  );
  const kinds = [...new Set(terms.map(({ kind }) => kind))];
  const longest = Math.max(0, ...terms.map(({ length }) => length));
  const isWhole = /[:#]\s*$/u.test(short) || longest >= tokens.length - 1;
  return { kinds, isWhole };
}
