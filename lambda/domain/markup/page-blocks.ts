import { type SourceBlock, cellText, textOfBlocks } from '../layout/source-blocks.ts';
import { controlText } from './control-text.ts';
import { type ListState, itemNumber, openList } from './list-items.ts';
import { type TreeNode, attributeOf, nameOf } from './page-tree.ts';
import { PageWriter } from './page-writer.ts';
import { PLAIN, type ShownStyle, isGone, isSeen, shownStyle } from './shown-style.ts';
import { type Declarations, type StyleSheet, cascade } from './style-sheet.ts';
import { type TableCell, tableRows } from './table-rows.ts';

/** Never shown to a reader of the page, or shown otherwise where their content is not. */
const UNSEEN = new Set(
  (
    'script style noscript template head title canvas iframe object embed audio video datalist ' +
    'meter progress rp rt defs desc metadata noembed noframes'
  ).split(' '),
);
/** Elements that stand on lines of their own. */
const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset ' +
    'figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main ' +
    'menu nav ol optgroup p plaintext pre search section summary table tbody tfoot thead tr ul xmp'
  ).split(' '),
);
/** Blocks that a blank line sets apart. */
const PARAGRAPHS = /^(?:h[1-6]|p|table|blockquote|pre|ul|ol|dl|section|article|fieldset|figure)$/;
const BLOCK_DISPLAYS = /^(?:block|flex|grid|list-item|table|flow-root)$/;
const CONTROLS = new Set(['input', 'select', 'img']);

interface Walk {
  readonly sheet: StyleSheet;
  /** Whether all style sheets of the page are known, so that colours can be compared. */
  readonly colours: boolean;
}
interface Place {
  readonly style: ShownStyle;
  readonly list: ListState | null;
  /** Within SVG only the text of `text` shows. */
  readonly drawing: boolean;
}

/** The lines and tables of a page as a browser shows them. */
export function pageBlocks(roots: readonly TreeNode[], walk: Walk): SourceBlock[] {
  const writer = new PageWriter();
  const place: Place = { style: PLAIN, list: null, drawing: false };
  for (const root of roots) walkNode(root, place, writer, walk);
  writer.end(1);
  return writer.blocks;
}

function walkNode(node: TreeNode, place: Place, writer: PageWriter, walk: Walk): void {
  if (node.type === 'text') {
    if (place.drawing || !isSeen(place.style, walk.colours)) return;
    writer.write(node.data ?? '', place.style.whiteSpace);
  } else if (node.type !== 'comment' && node.type !== 'directive') {
    walkElement(node, place, writer, walk);
  }
}

function walkElement(node: TreeNode, place: Place, writer: PageWriter, walk: Walk): void {
  const name = nameOf(node);
  if (UNSEEN.has(name)) return;
  const own = cascade(walk.sheet, node);
  if (isHiddenByMarkup(node, own) || isGone(own)) return;
  const style = shownStyle(node, own, place.style);
  if (CONTROLS.has(name)) {
    const text = isSeen(style, walk.colours) ? controlText(node) : '';
    if (text !== '') writer.write(` ${text} `, 'collapse');
    return;
  }
  const inner = { ...place, style, drawing: drawingState(name, place.drawing) };
  const display = own.get('display') ?? '';
  if (name === 'br') return writer.breakLine();
  if (name === 'table' || display === 'table') return walkTable(node, inner, writer, walk);
  if (/^(?:inline-)?flex$/.test(display) && isRow(own) && walkRow(node, inner, writer, walk))
    return;
  const gap = PARAGRAPHS.test(name) && display !== 'inline' ? 2 : 1;
  const isBlock =
    BLOCK_DISPLAYS.test(display) || (BLOCKS.has(name) && !display.startsWith('inline'));
  if (isBlock) writer.end(name === 'li' ? 1 : gap);
  const before = writer.kind;
  walkContent(node, inner, writer, walk);
  if (isBlock) writer.end(name === 'li' ? 1 : gap);
  writer.kind = before;
}

function walkContent(node: TreeNode, place: Place, writer: PageWriter, walk: Walk): void {
  const name = nameOf(node);
  let { list } = place;
  if (/^h[1-6]$/.test(name)) writer.kind = 'heading';
  if (name === 'ol' || name === 'ul' || name === 'menu')
    list = openList(node, place.style.listStyle);
  if (name === 'li') {
    writer.kind = 'list-item';
    writer.mark(itemNumber(node, place.list, place.style.listStyle));
  }
  // A raised figure would run into the number before it.
  if (name === 'sup' && /^\s*\d/.test(node.children?.[0]?.data ?? ''))
    writer.write(' ', 'collapse');
  if (name === 'q') writer.write('“', 'collapse');
  const inner = { ...place, list };
  for (const child of node.children ?? []) walkNode(child, inner, writer, walk);
  if (name === 'q') writer.write('”', 'collapse');
  if (/^(?:button|label|textarea|td|th)$/.test(name)) writer.write(' ', 'collapse');
}

/** `hidden`, closed dialogs and popovers, unless a style sheet shows them. */
function isHiddenByMarkup(node: TreeNode, own: Declarations): boolean {
  if (own.has('display') && own.get('display') !== 'none' && nameOf(node) !== 'dialog')
    return false;
  if (attributeOf(node, 'hidden') !== null || attributeOf(node, 'popover') !== null) return true;
  return nameOf(node) === 'dialog' && attributeOf(node, 'open') === null;
}

function drawingState(name: string, drawing: boolean): boolean {
  return name === 'svg' || (drawing && name !== 'text' && name !== 'foreignobject');
}

function isRow(own: Declarations): boolean {
  return !(own.get('flex-direction') ?? '').startsWith('column');
}

/** Boxes beside one another that have a line each are a row; anything more is read box by box. */
function walkRow(node: TreeNode, place: Place, writer: PageWriter, walk: Walk): boolean {
  const boxes = (node.children ?? []).map((child) => blocksOf([child], place, walk));
  const filled = boxes.filter((blocks) => blocks.length > 0);
  if (filled.length < 2 || !filled.every(isOneLine)) return false;
  writer.append([{ kind: 'paragraph', text: filled.map(textOfBlocks).join('\t'), tight: true }]);
  return true;
}

function isOneLine(blocks: readonly SourceBlock[]): boolean {
  const text = textOfBlocks(blocks);
  return blocks.length === 1 && !text.includes('\n') && !text.includes('\t');
}

function walkTable(node: TreeNode, place: Place, writer: PageWriter, walk: Walk): void {
  writer.end(2);
  const { captions, sections } = tableRows(node, (one) => cascade(walk.sheet, one));
  for (const caption of captions) walkNode(caption, place, writer, walk);
  let rows: string[][] = [];
  let header = 0;
  const flush = (): void => {
    writer.table(rows, header);
    rows = [];
    header = 0;
  };
  const columns = Math.max(0, ...sections.slice(0, 2_000).map(({ cells }) => cells.length));
  for (const { row, cells, isHeader, style } of sections) {
    if (isGone(style) || isHiddenByMarkup(row, style)) continue;
    const rowStyle = shownStyle(row, style, place.style);
    const read = cells.map((cell) => ({
      cell,
      blocks: readCell(cell, { ...place, style: rowStyle }, walk),
    }));
    if (isLayout(read, columns)) {
      flush();
      for (const one of read) writer.append(one.blocks);
      writer.end(2);
    } else {
      if (isHeader && header === rows.length) header += 1;
      rows.push(read.flatMap(({ cell, blocks }) => spread(cell, blocks)));
    }
  }
  flush();
}

function readCell(cell: TableCell, place: Place, walk: Walk): SourceBlock[] {
  if (cell.node === null) return [];
  const own = cascade(walk.sheet, cell.node);
  if (isGone(own) || isHiddenByMarkup(cell.node, own)) return [];
  return blocksOf(
    cell.node.children ?? [],
    { ...place, style: shownStyle(cell.node, own, place.style) },
    walk,
  );
}

function blocksOf(nodes: readonly TreeNode[], place: Place, walk: Walk): SourceBlock[] {
  const writer = new PageWriter();
  for (const node of nodes) walkNode(node, place, writer, walk);
  writer.end(1);
  return writer.blocks;
}

/** Lines of running text beside one another: no row, but columns. */
const COLUMN_LINES = 3;

function isLayout(
  cells: readonly { readonly cell: TableCell; readonly blocks: readonly SourceBlock[] }[],
  columns: number,
): boolean {
  if (columns <= 1) return true;
  if (
    cells.some(({ blocks }) => blocks.some((one) => one.kind === 'table' && one.rows.length > 1))
  ) {
    return true;
  }
  const lines = cells.map(({ blocks }) => textOfBlocks(blocks).split(/\n+/).length);
  return lines.filter((count) => count >= COLUMN_LINES).length >= 2;
}

function spread(cell: TableCell, blocks: readonly SourceBlock[]): string[] {
  const rest = Array.from({ length: cell.columns - 1 }, () => '');
  return [cellText(textOfBlocks(blocks)), ...rest];
}
