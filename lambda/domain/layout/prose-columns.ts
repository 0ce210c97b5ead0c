import type { Row, Segment } from './text-run.ts';
import { CELL_GAP } from './text-rows.ts';

/** A band of rows from `start` to before `end` that a gutter parts into columns of prose. */
export interface ProseBand {
  readonly start: number;
  readonly end: number;
  /** Where the gutter lies. */
  readonly at: number;
}

interface Gutter {
  readonly left: number;
  readonly right: number;
}

/** Rows with text on both sides from which a gutter is one. */
const MIN_ROWS = 3;
/** Share of a column's line breaks at which a sentence goes on, from which it is prose. */
const MIN_FLOW = 0.45;
const MIN_LINE_CHARACTERS = 12;
const MAX_DIGITS = 0.2;
/** Leading from which a new paragraph starts; set text has 1.0 to 1.5. */
const PARAGRAPH = 1.9;
/** Pages of more rows are tables or traps; looking for columns is quadratic. */
const MAX_ROWS = 1_000;

/** The first band at or after row `from`; null where the rest is set in one column. */
export function nextProseBand(rows: readonly Row[], from: number): ProseBand | null {
  if (rows.length > MAX_ROWS) return null;
  for (let start = from; start < rows.length; start += 1) {
    for (const gutter of guttersOf(rows[start])) {
      const band = extend(rows, start, gutter);
      if (band && isProse(rows, band)) return band;
    }
  }
  return null;
}

function guttersOf(row: Row | undefined): Gutter[] {
  if (!row) return [];
  const sorted = [...row.segments].sort((a, b) => a.box[0] - b.box[0]);
  return sorted.slice(1).flatMap((segment, index) => {
    const left = sorted[index]?.box[2] ?? 0;
    return segment.box[0] - left >= row.size * CELL_GAP ? [{ left, right: segment.box[0] }] : [];
  });
}

/** Goes down as long as no segment crosses the gutter; it narrows to what stays free. */
function extend(rows: readonly Row[], start: number, first: Gutter): ProseBand | null {
  let { left, right } = first;
  let end = start;
  let bothSides = 0;
  for (const row of rows.slice(start)) {
    const onLeft = row.segments.filter(({ box }) => middle(box) < (left + right) / 2);
    const onRight = row.segments.filter(({ box }) => middle(box) >= (left + right) / 2);
    const newLeft = Math.max(left, ...onLeft.map(({ box }) => box[2]));
    const newRight = Math.min(right, ...onRight.map(({ box }) => box[0]));
    if (newRight - newLeft < row.size * CELL_GAP * 0.8) break;
    [left, right] = [newLeft, newRight];
    end += 1;
    if (onLeft.length > 0 && onRight.length > 0) bothSides += 1;
  }
  return bothSides >= MIN_ROWS ? { start, end, at: (left + right) / 2 } : null;
}

function middle(box: Segment['box']): number {
  return (box[0] + box[2]) / 2;
}

function isProse(rows: readonly Row[], band: ProseBand): boolean {
  const inBand = rows.slice(band.start, band.end);
  const sides = [true, false].map((isLeft) =>
    inBand.flatMap((row) => {
      const segments = row.segments.filter(({ box }) => middle(box) < band.at === isLeft);
      return segments.length === 0 ? [] : [{ row, segments }];
    }),
  );
  return sides.every(flows);
}

/** Whether sentences go on from line to line: a table's cells begin anew in every row. */
function flows(lines: readonly { readonly row: Row; readonly segments: readonly Segment[] }[]) {
  const texts = lines.map(({ segments }) => segments.map(({ text }) => text).join(' '));
  const all = texts.join('');
  const digits = all.match(/\p{Nd}/gu)?.length ?? 0;
  if (all.length < texts.length * MIN_LINE_CHARACTERS * widthShare(all)) return false;
  if (digits > all.length * MAX_DIGITS || lines.length < MIN_ROWS) return false;
  let breaks = 0;
  let goingOn = 0;
  for (let at = 1; at < lines.length; at += 1) {
    const [above, below] = [lines[at - 1]?.row, lines[at]?.row];
    if (!above || !below) continue;
    if (below.baseline - above.baseline > Math.max(above.size, below.size) * PARAGRAPH) continue;
    breaks += 1;
    if (goesOn(texts[at - 1] ?? '', texts[at] ?? '')) goingOn += 1;
  }
  return breaks >= MIN_ROWS - 1 && goingOn >= breaks * MIN_FLOW;
}

/** Han, Kana and Hangul say in one character what takes two to three letters. */
function widthShare(text: string): number {
  const wide = text.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/gu)?.length ?? 0;
  return wide * 2 > text.length ? 0.5 : 1;
}

function goesOn(line: string, next: string): boolean {
  if (/[.!?;:。．！？：；)\]]$/.test(line)) return false;
  const first = /[\p{L}\p{N}]/u.exec(next)?.[0] ?? '';
  // Scripts without capitals (Unicode general category Lo): only the end of the line tells.
  return /\p{Ll}|\p{Lo}/u.test(first) || /[,\-\u2010\u00ad]$/.test(line);
}
