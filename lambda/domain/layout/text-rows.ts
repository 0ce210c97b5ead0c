import { type Rectangle, type Row, type Segment, type TextRun, around } from './text-run.ts';

/** Baselines closer than this share of the font's size are one row (superscripts too). */
const SAME_ROW = 0.4;
/** A gap of a fifth of the size is a space: narrow ones are 0.2 to 0.25 em. */
const SPACE = 0.2;
/** A gap of this many sizes may part two cells: justified prose stretches its spaces to less. */
export const CELL_GAP = 0.9;
/** Letters of scripts that are read from right to left (Unicode blocks Hebrew to Thaana, forms). */
const RIGHT_TO_LEFT = /[\u0590-\u07bf\u08a0-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/g;

/** Rows from top to bottom, whatever the order in which the file draws them. */
export function rowsOf(runs: readonly TextRun[]): Row[] {
  const sorted = [...runs].sort((a, b) => a.baseline - b.baseline || a.box[0] - b.box[0]);
  const rows: { runs: TextRun[]; baseline: number; size: number }[] = [];
  for (const run of sorted) {
    const last = rows.at(-1);
    if (last && run.baseline - last.baseline <= Math.max(last.size, run.size) * SAME_ROW) {
      last.runs.push(run);
      // The tallest run leads: a superscript must not pull the row up.
      if (run.size > last.size) [last.size, last.baseline] = [run.size, run.baseline];
    } else rows.push({ runs: [run], baseline: run.baseline, size: run.size });
  }
  return rows.map(({ runs: inRow, baseline, size }) => rowOf(inRow, baseline, size));
}

function rowOf(runs: readonly TextRun[], baseline: number, size: number): Row {
  const sorted = [...runs].sort((a, b) => a.box[0] - b.box[0]);
  const groups: TextRun[][] = [];
  let end = -Infinity;
  for (const run of sorted) {
    const group = groups.at(-1);
    if (group && run.box[0] - end <= Math.max(run.size, size) * CELL_GAP) group.push(run);
    else groups.push([run]);
    end = Math.max(end, run.box[2]);
  }
  const rightToLeft = isRightToLeft(runs);
  const segments = groups.map((group) => segmentOf(group, rightToLeft));
  if (rightToLeft) segments.reverse();
  const bold = runs.every((run) => run.bold);
  return { segments, box: around(runs.map((run) => run.box)), baseline, size, bold };
}

function isRightToLeft(runs: readonly TextRun[]): boolean {
  let letters = 0;
  let backward = 0;
  for (const { text } of runs) {
    letters += text.match(/\p{L}/gu)?.length ?? 0;
    backward += text.match(RIGHT_TO_LEFT)?.length ?? 0;
  }
  return backward * 2 > letters;
}

function segmentOf(group: readonly TextRun[], rightToLeft: boolean): Segment {
  const ordered = rightToLeft ? group.toReversed() : group;
  let text = '';
  let before: TextRun | undefined;
  for (const run of ordered) {
    if (before && gapBetween(before.box, run.box) > run.size * SPACE) text += ' ';
    text += run.text;
    before = run;
  }
  return { text: text.replaceAll(/\s+/g, ' ').trim(), box: around(group.map((run) => run.box)) };
}

function gapBetween(a: Rectangle, b: Rectangle): number {
  return Math.max(b[0] - a[2], a[0] - b[2]);
}
