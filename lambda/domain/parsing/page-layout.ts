/** A run of text on a page; points, origin at the lower left. */
export interface TextRun {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Font size. */
  readonly height: number;
}
interface Line {
  runs: TextRun[];
  readonly y: number;
  readonly height: number;
}

/** Baselines closer than this share of the font's size are one line (superscripts too). */
const SAME_LINE = 0.4;
/** A gap of a fifth of the size is a space: narrow ones are 0.2 to 0.25 em. */
const SPACE = 0.2;
/** A gap of two sizes separates columns of a table. */
const COLUMN = 2;
/** Leading from which a new paragraph starts; set text has 1.0 to 1.5. */
const PARAGRAPH = 1.75;
/** A page with this many rows of two long runs side by side is set in columns. */
const COLUMN_ROWS = 8;
const LONG_RUN_CHARACTERS = 25;

/**
 * Text of a page with its lines kept: rows of tables stay together with tabs between the cells,
 * prose in columns stays column by column, and paragraphs are set apart by a blank line.
 */
export function layOutPage(runs: readonly TextRun[]): string {
  const visible = runs.filter((run) => run.text.trim() !== '' && run.height > 0);
  const inOrder = joinLines(visible);
  const lines = isSetInColumns(inOrder) ? inOrder : mergeRows(inOrder);
  return lines
    .map((line, index) => `${gapBefore(lines[index - 1], line)}${lineText(line)}`)
    .join('');
}

/** Neighbours in the file's own order, which is the reading order in nearly every file. */
function joinLines(runs: readonly TextRun[]): Line[] {
  const lines: Line[] = [];
  for (const run of runs) {
    const last = lines.at(-1);
    const before = last?.runs.at(-1);
    if (last && before && isSameLine(last, run) && run.x >= before.x) last.runs.push(run);
    else lines.push({ runs: [run], y: run.y, height: run.height });
  }
  return lines;
}

function isSetInColumns(lines: readonly Line[]): boolean {
  const long = lines.filter((line) => lineText(line).length > LONG_RUN_CHARACTERS);
  const rows = new Map<number, number>();
  for (const line of long) {
    const row = Math.round(line.y / 3);
    rows.set(row, (rows.get(row) ?? 0) + 1);
  }
  return [...rows.values()].filter((count) => count > 1).length >= COLUMN_ROWS;
}

/** From top to bottom, cells of a row from left to right. */
function mergeRows(lines: readonly Line[]): Line[] {
  const sorted = [...lines].sort((a, b) => b.y - a.y);
  const rows: Line[] = [];
  for (const line of sorted) {
    const last = rows.at(-1);
    const first = line.runs[0];
    if (last && first && isSameLine(last, first)) last.runs.push(...line.runs);
    else rows.push({ ...line, runs: [...line.runs] });
  }
  for (const row of rows) row.runs.sort((a, b) => a.x - b.x);
  return rows;
}

function isSameLine(line: Line, run: TextRun): boolean {
  return Math.abs(line.y - run.y) <= Math.max(line.height, run.height) * SAME_LINE;
}

function lineText(line: Line): string {
  let text = '';
  let end: number | null = null;
  for (const run of line.runs) {
    const gap: number = end === null ? 0 : run.x - end;
    if (gap > run.height * COLUMN) text += '\t';
    else if (gap > run.height * SPACE && !/\s$/.test(text) && !/^\s/.test(run.text)) text += ' ';
    text += run.text;
    end = run.x + run.width;
  }
  return text.trim();
}

function gapBefore(above: Line | undefined, line: Line): string {
  if (!above) return '';
  const leading = (above.y - line.y) / Math.max(above.height, line.height);
  return leading > PARAGRAPH || leading < 0 ? '\n\n' : '\n';
}
