import { type SourceBlock, headerRows } from '../layout/source-blocks.ts';

/** Where text goes: the document, a margin, a note. */
export interface Target {
  readonly kind: 'paragraph' | 'page-header' | 'page-footer' | 'footnote' | 'annotation';
  text: string;
  cells: string[];
  rows: string[][];
  readonly blocks: SourceBlock[];
}

export function newTarget(kind: Target['kind']): Target {
  return { kind, text: '', cells: [], rows: [], blocks: [] };
}

export function endBlock(target: Target): void {
  const text = target.text.trim();
  if (text !== '') target.blocks.push({ kind: target.kind, text });
  target.text = '';
}

export function endTable(target: Target): void {
  const { rows } = target;
  if (rows.length > 0) target.blocks.push({ kind: 'table', rows, headerRows: headerRows(rows) });
  target.rows = [];
}
