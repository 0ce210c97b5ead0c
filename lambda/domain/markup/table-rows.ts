import { type TreeNode, attributeOf, nameOf } from './page-tree.ts';
import type { Declarations } from './style-sheet.ts';

export interface TableCell {
  /** Null where a cell of a row above goes on. */
  readonly node: TreeNode | null;
  readonly columns: number;
}
export interface TableRow {
  readonly row: TreeNode;
  readonly cells: readonly TableCell[];
  readonly isHeader: boolean;
  readonly style: Declarations;
}

/** Wider cells than this say nothing of columns. */
const MAX_SPAN = 50;

/** Rows of a table in the order in which they show: heads first, feet last (HTML, 4.9). */
export function tableRows(
  table: TreeNode,
  styleOf: (node: TreeNode) => Declarations,
): { readonly captions: readonly TreeNode[]; readonly sections: readonly TableRow[] } {
  const captions: TreeNode[] = [];
  const groups: Readonly<Record<'thead' | 'tbody' | 'tfoot', TreeNode[]>> = {
    thead: [],
    tbody: [],
    tfoot: [],
  };
  for (const child of table.children ?? []) {
    if (child.type !== 'tag') continue;
    const name = nameOf(child);
    if (name === 'caption') captions.push(child);
    else if (name === 'thead' || name === 'tfoot' || name === 'tbody') {
      groups[name].push(...elementChildren(child));
    } else groups.tbody.push(child);
  }
  const heads = new Set(groups.thead);
  const rows = [...groups.thead, ...groups.tbody, ...groups.tfoot];
  /** Rows that a cell of a column still covers. */
  const covered: number[] = [];
  const sections = rows.map((row) => {
    const cells = cellsOf(row, covered, styleOf);
    const isHeader = heads.has(row) || (cells.length > 1 && cells.every(isHeadCell));
    return { row, cells, isHeader, style: styleOf(row) };
  });
  return { captions, sections };
}

function cellsOf(
  row: TreeNode,
  covered: number[],
  styleOf: (node: TreeNode) => Declarations,
): TableCell[] {
  const found = elementChildren(row).filter(
    (child) => /^t[dh]$/.test(nameOf(child)) || styleOf(child).get('display') === 'table-cell',
  );
  const isRow = nameOf(row) === 'tr' || styleOf(row).get('display') === 'table-row';
  const nodes = found.length > 0 || isRow ? found : [row];
  const cells: TableCell[] = [];
  let column = 0;
  const skipCovered = (): void => {
    while ((covered[column] ?? 0) > 0) {
      covered[column] = (covered[column] ?? 0) - 1;
      cells.push({ node: null, columns: 1 });
      column += 1;
    }
  };
  for (const node of nodes) {
    skipCovered();
    const columns = spanOf(node, 'colspan');
    const rows = spanOf(node, 'rowspan');
    cells.push({ node, columns });
    for (let end = column + columns; column < end; column += 1) covered[column] = rows - 1;
  }
  skipCovered();
  return cells;
}

function isHeadCell({ node }: TableCell): boolean {
  return node !== null && nameOf(node) === 'th';
}

function spanOf(node: TreeNode, name: string): number {
  const span = Number.parseInt(attributeOf(node, name) ?? '1', 10);
  return span >= 1 ? Math.min(span, MAX_SPAN) : 1;
}

function elementChildren(node: TreeNode): TreeNode[] {
  return (node.children ?? []).filter(({ type }) => type === 'tag');
}
