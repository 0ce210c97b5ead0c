import type { Block, Draft } from '../draft.ts';

/** What a renderer returns: the file and the gold clauses as the file's text carries them. */
export interface Rendered {
  readonly bytes: Uint8Array;
  readonly extension: string;
  readonly clauses: Readonly<Record<string, readonly string[]>>;
}

/** Plain text; paragraphs are cut at `width` characters, or stay on one line where it is null. */
export function renderText(draft: Draft, width: number | null): Rendered {
  const parts: string[] = [];
  const clauses: Record<string, string[]> = {};
  for (const block of draft.blocks) {
    const text = textOf(block, width);
    parts.push(text);
    if (block.kind === 'paragraph' && block.clause) (clauses[block.clause] ??= []).push(text);
  }
  const bytes = new TextEncoder().encode(`${parts.join('\n\n')}\n`);
  return { bytes, extension: 'txt', clauses };
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

function textOf(block: Block, width: number | null): string {
  switch (block.kind) {
    case 'title':
      return block.text.toUpperCase();
    case 'heading':
      return block.text;
    case 'paragraph':
      return width === null
        ? block.text
        : wrap(block.text, (line) => line.length <= width).join('\n');
    case 'lines':
      return block.lines.join('\n');
    case 'table':
      return tableText([block.header, ...block.rows]);
  }
}

/** Columns padded with spaces, as printed reports have them. */
function tableText(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
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
