/** A piece of a document as its format declares it, in reading order. */
export type SourceBlock =
  | {
      readonly kind:
        | 'heading'
        | 'paragraph'
        | 'list-item'
        | 'page-header'
        | 'page-footer'
        | 'footnote'
        | 'annotation';
      readonly text: string;
      /** Follows what is before it without a blank line. */
      readonly tight?: boolean;
    }
  | {
      readonly kind: 'table';
      /** Cells hold no tab and no line end. */
      readonly rows: readonly (readonly string[])[];
      readonly headerRows: number;
      readonly tight?: boolean;
    };

/**
 * The text of blocks: rows are lines with a tab between cells, items of a list and rows stand on
 * lines that follow one another, everything else is set apart by a blank line.
 */
export function textOfBlocks(blocks: readonly SourceBlock[]): string {
  let text = '';
  let before: SourceBlock | null = null;
  for (const block of blocks) {
    const part = textOfBlock(block);
    if (part === '') continue;
    text += separatorBefore(block, before) + part;
    before = block;
  }
  return text;
}

/** What stands between a block and the one before it. */
export function separatorBefore(block: SourceBlock, before: SourceBlock | null): string {
  if (before === null) return '';
  const tight = block.tight ?? (block.kind === 'list-item' && before.kind === 'list-item');
  return tight ? '\n' : '\n\n';
}

/** One block's text; empty where nothing is on it. */
export function textOfBlock(block: SourceBlock): string {
  if (block.kind !== 'table') return tidyLines(block.text);
  return block.rows
    .map(rowText)
    .filter((row) => row !== '')
    .join('\n');
}

/** A row's line: empty cells stay where others follow them, so that columns keep their place. */
export function rowText(cells: readonly string[]): string {
  let last = cells.length;
  while (last > 0 && cells[last - 1] === '') last -= 1;
  return cells.slice(0, last).join('\t');
}

/** A cell's text on one line. */
export function cellText(text: string): string {
  return text.replaceAll(/[\t\n\r\f ]+/g, ' ').trim();
}

/** As declared; else the first row where it names columns: words above numbers. */
export function headerRows(rows: readonly (readonly string[])[], declared = 0): number {
  if (declared > 0) return declared;
  const [first = [], second = []] = rows;
  const names = first.length > 1 && first.every((cell) => cell !== '' && !/\d/.test(cell));
  return names && second.some((cell) => /\d/.test(cell)) ? 1 : 0;
}

/** Blanks at the start of a line may be its place in a column. */
function tidyLines(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/^\n+/, '')
    .trimEnd();
}
