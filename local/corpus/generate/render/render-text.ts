import type { Block, Draft } from '../draft.ts';

export interface Rendered {
  readonly bytes: Uint8Array;
  readonly extension: string;
  /** A paragraph or line of the draft as a reader of the file finds it; null: nobody can promise. */
  readonly printed: (text: string) => string | null;
}

/** Plain text; paragraphs are cut at `width` characters, or stay on one line where it is null. */
export function renderText(draft: Draft, width: number | null): Rendered {
  const parts = draft.blocks.map((block) => textOf(block, width));
  const bytes = new TextEncoder().encode(`${parts.join('\n\n')}\n`);
  const paragraphs = new Set(draft.blocks.map((block) => ('text' in block ? block.text : '')));
  return {
    bytes,
    extension: 'txt',
    printed: (text) => (paragraphs.has(text) ? cut(text, width) : text),
  };
}

/** Cuts at spaces; a word longer than the width stays whole. */
export function wrap(text: string, fits: (line: string) => boolean): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && !fits(longer)) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}

function cut(text: string, width: number | null): string {
  return width === null ? text : wrap(text, (line) => line.length <= width).join('\n');
}

function textOf(block: Block, width: number | null): string {
  switch (block.kind) {
    case 'title':
      return block.text.toUpperCase();
    case 'heading':
      return block.text;
    case 'paragraph':
      return cut(block.text, width);
    case 'lines':
      return block.lines.join('\n');
    case 'grid':
      return tableText(block.rows);
    case 'table':
      return tableText([block.header, ...block.rows]);
  }
}

/** Columns padded with spaces, as printed reports have them. */
function tableText(rows: readonly (readonly string[])[]): string {
  const columns = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
