import { type Counting, listNumber } from './list-number.ts';
import { type TreeNode, attributeOf, nameOf } from './page-tree.ts';

/** Counts while the items of one list are walked. */
export interface ListState {
  readonly ordered: boolean;
  readonly type: string | null;
  readonly step: 1 | -1;
  next: number;
}

/** `type` of HTML and names of CSS for ways of counting. */
const COUNTINGS: Readonly<Record<string, Counting>> = {
  '1': 'decimal',
  a: 'lower-alpha',
  A: 'upper-alpha',
  i: 'lower-roman',
  I: 'upper-roman',
  decimal: 'decimal',
  'decimal-leading-zero': 'decimal-leading-zero',
  'lower-alpha': 'lower-alpha',
  'lower-latin': 'lower-alpha',
  'upper-alpha': 'upper-alpha',
  'upper-latin': 'upper-alpha',
  'lower-roman': 'lower-roman',
  'upper-roman': 'upper-roman',
  'lower-greek': 'lower-greek',
  'cjk-decimal': 'cjk',
  'simp-chinese-informal': 'cjk',
  'japanese-informal': 'cjk',
  none: 'none',
};

export function openList(node: TreeNode, listStyle: string | null): ListState {
  const ordered = nameOf(node) === 'ol';
  const reversed = attributeOf(node, 'reversed') !== null;
  const items = (node.children ?? []).filter((child) => nameOf(child) === 'li').length;
  const start = Number.parseInt(attributeOf(node, 'start') ?? '', 10);
  return {
    ordered,
    type: listStyle ?? attributeOf(node, 'type'),
    step: reversed ? -1 : 1,
    next: Number.isNaN(start) ? (reversed ? items : 1) : start,
  };
}

/** The number of an item as a browser prints it; empty for bullets and where there is none. */
export function itemNumber(node: TreeNode, list: ListState | null, own: string | null): string {
  if (list === null) return '';
  const value = Number.parseInt(attributeOf(node, 'value') ?? '', 10);
  const number = Number.isNaN(value) ? list.next : value;
  list.next = number + list.step;
  const type = attributeOf(node, 'type') ?? own ?? list.type;
  const counting = COUNTINGS[type ?? ''] ?? (list.ordered && !isBullet(type) ? 'decimal' : 'none');
  const printed = listNumber(number, counting);
  return printed === '' ? '' : `${printed}.`;
}

function isBullet(type: string | null): boolean {
  return type !== null && /^(?:disc|circle|square|url|["'])/.test(type);
}
