import { visibleText } from './reading-form.ts';
import {
  type LayoutBlock,
  type LayoutTable,
  type PageContent,
  plainPage,
} from './document-layout.ts';
import { type SourceBlock, separatorBefore, textOfBlock } from './source-blocks.ts';

/** A page of blocks: its text as `textOfBlocks` gives it, and where each block stands in it. */
export function blockPage(
  declared: readonly SourceBlock[],
  source: PageContent['source'] = 'markup',
): PageContent {
  const blocks: LayoutBlock[] = [];
  const tables: LayoutTable[] = [];
  let text = '';
  let before: SourceBlock | null = null;
  for (const block of declared.map(asSeen)) {
    const part = textOfBlock(block);
    if (part === '') continue;
    text += separatorBefore(block, before);
    const start = text.length;
    text += part;
    blocks.push({ kind: block.kind, range: [start, text.length], box: null });
    if (block.kind === 'table') tables.push(tableAt(block, start, text.length));
    before = block;
  }
  return { ...plainPage(text, source), lines: linesOf(text), blocks, tables };
}

/** A text that declares nothing: its lines are all that is known. */
export function textPage(text: string, source: PageContent['source'] = 'markup'): PageContent {
  const seen = visibleText(text);
  return { ...plainPage(seen, source), lines: linesOf(seen) };
}

function asSeen(block: SourceBlock): SourceBlock {
  if (block.kind !== 'table') return { ...block, text: visibleText(block.text) };
  return { ...block, rows: block.rows.map((row) => row.map(visibleText)) };
}

function tableAt(
  { rows, headerRows }: Extract<SourceBlock, { readonly kind: 'table' }>,
  start: number,
  end: number,
): LayoutTable {
  let at = start;
  let blankHeads = 0;
  const placed: LayoutTable['rows'] = [];
  rows.forEach((cells, index) => {
    const filled = cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
    if (filled.length === 0) {
      if (index < headerRows) blankHeads += 1;
      return;
    }
    const rowStart = at;
    const places = filled.map((cell) => {
      const range: [number, number] = [at, at + cell.length];
      at += cell.length + 1;
      return { range };
    });
    placed.push({ range: [rowStart, at - 1], cells: places });
  });
  return { range: [start, end], box: null, headerRows: headerRows - blankHeads, rows: placed };
}

function linesOf(text: string): PageContent['lines'] {
  return Array.from(text.matchAll(/[^\n]*\S[^\n]*/g), ({ 0: line, index }) => ({
    range: [index, index + line.length],
    box: null,
  }));
}
