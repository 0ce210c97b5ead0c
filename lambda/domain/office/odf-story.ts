import { type SourceBlock, cellText, headerRows, textOfBlocks } from '../layout/source-blocks.ts';
import { type XmlElement, childOf, elementsOf, textContent } from '../markup/xml-tree.ts';
import type { OdfStyles } from './odf-styles.ts';
import { columnsOf, isCollapsed, repeated, rowsOf } from './odf-table.ts';
import { type Grid, gridBlocks } from './sheet-grid.ts';

/** Deleted text, descriptions, forms' definitions, readings above characters, scripts. */
const UNSEEN = new Set(
  (
    'tracked-changes sequence-decls forms ruby-text title desc event-listeners scripts settings ' +
    'variable-decls user-field-decls hidden-text hidden-paragraph table-source note-citation ' +
    'dde-connection-decls alphabetical-index-auto-mark-file index-title-template'
  ).split(' '),
);
const MAX_SPACES = 200;

interface List {
  readonly style: string;
  /** Numbers of the items that are open, outermost first. */
  readonly counts: readonly number[];
}

/** Reads the stories of one document; notes and comments are kept until they are taken. */
export class OdfReader {
  readonly #styles: OdfStyles;
  #notes: SourceBlock[] = [];
  #marks = 0;
  /** Lists that may be continued: the last number of each by its id, and of the last list. */
  readonly #last = new Map<string, number>();

  constructor(styles: OdfStyles) {
    this.#styles = styles;
  }

  isHidden({ attributes }: XmlElement): boolean {
    return this.#styles.isHidden(attributes['style-name']);
  }

  takeNotes(): SourceBlock[] {
    const notes = this.#notes;
    this.#notes = [];
    return notes;
  }

  blocks(container: XmlElement, list: List | null = null): SourceBlock[] {
    return elementsOf(container).flatMap((child) => this.#block(child, list));
  }

  /** A sheet's cells as they are formatted; rows and columns that are hidden are left out. */
  sheetBlocks(table: XmlElement): SourceBlock[] {
    const hidden = new Set<number>();
    let column = 0;
    for (const one of columnsOf(table)) {
      for (let left = repeated(one, 'number-columns-repeated'); left > 0; left -= 1) {
        if (isCollapsed(one)) hidden.add(column);
        column += 1;
      }
    }
    const grid: Grid[number][] = [];
    let number = 0;
    for (const row of rowsOf(table)) {
      const cells = this.#sheetRow(row, hidden);
      for (let left = repeated(row, 'number-rows-repeated'); left > 0; left -= 1) {
        number += 1;
        if (!isCollapsed(row)) grid.push({ number, cells });
        if (cells.size === 0) break;
      }
    }
    return [
      ...gridBlocks(grid),
      ...elementsOf(childOf(table, 'shapes')).flatMap((one) => this.#block(one, null)),
    ];
  }

  #sheetRow(row: XmlElement, hidden: ReadonlySet<number>): ReadonlyMap<number, string> {
    const cells = new Map<number, string>();
    let column = 0;
    for (const cell of elementsOf(row)) {
      const text = cellText(textOfBlocks(this.blocks(cell)));
      for (let left = repeated(cell, 'number-columns-repeated'); left > 0; left -= 1) {
        if (text !== '' && !hidden.has(column)) cells.set(column, text);
        column += 1;
      }
    }
    return cells;
  }

  #block(element: XmlElement, list: List | null): SourceBlock[] {
    const { name, attributes } = element;
    if (UNSEEN.has(name) || attributes['display'] === 'none') return [];
    switch (name) {
      case 'p':
      case 'h':
        return this.#paragraph(element, list);
      case 'list':
        return this.#list(element, list);
      case 'table':
        return this.#table(element);
      case 'annotation':
        this.#annotate(element);
        return [];
      case 'notes':
        return this.blocks(element).map((block) =>
          block.kind === 'table' ? block : { ...block, kind: 'annotation' },
        );
      default:
        return this.blocks(element, list);
    }
  }

  #paragraph(element: XmlElement, list: List | null): SourceBlock[] {
    if (this.isHidden(element)) return [];
    const floats: SourceBlock[] = [];
    const text = this.#inline(element, floats).trim();
    const number = list === null ? '' : this.#styles.number(list.style, list.counts);
    const line = number === '' ? text : `${number} ${text}`;
    if (line === '') return floats;
    const kind = element.name === 'h' ? 'heading' : list === null ? 'paragraph' : 'list-item';
    return [{ kind, text: line }, ...floats];
  }

  #inline(element: XmlElement, floats: SourceBlock[]): string {
    let text = '';
    for (const child of element.children) {
      text +=
        typeof child === 'string'
          ? child.replaceAll(/\s+/g, ' ')
          : this.#inlineElement(child, floats);
    }
    return text;
  }

  #inlineElement(element: XmlElement, floats: SourceBlock[]): string {
    const { name, attributes } = element;
    if (UNSEEN.has(name)) return '';
    switch (name) {
      case 'span':
        return this.isHidden(element) ? '' : this.#inline(element, floats);
      case 's':
        return ' '.repeat(Math.min(Number(attributes['c'] ?? 1) || 1, MAX_SPACES));
      case 'tab':
        return '\t';
      case 'line-break':
        return '\n';
      case 'note':
        return this.#note(element);
      case 'annotation':
        this.#annotate(element);
        return '';
      case 'frame':
      case 'custom-shape':
      case 'g':
        floats.push(...this.#block(element, null));
        return '';
      default:
        return this.#inline(element, floats);
    }
  }

  #note(element: XmlElement): string {
    this.#marks += 1;
    const citation = textContent(childOf(element, 'note-citation')).trim();
    const mark = `[${citation === '' ? this.#marks : citation}]`;
    const body = childOf(element, 'note-body');
    const text = body === null ? '' : textOfBlocks(this.blocks(body)).replaceAll(/\n+/g, ' ');
    this.#notes.push({ kind: 'footnote', text: `${mark} ${text}` });
    return mark;
  }

  #annotate(element: XmlElement): void {
    const author = textContent(childOf(element, 'creator')).trim();
    const paragraphs = elementsOf(element).filter(({ name }) => name === 'p' || name === 'list');
    const text = textOfBlocks(paragraphs.flatMap((one) => this.#block(one, null)));
    this.#notes.push({ kind: 'annotation', text: author === '' ? text : `${author}: ${text}` });
  }

  #list(element: XmlElement, outer: List | null): SourceBlock[] {
    const style = element.attributes['style-name'] ?? outer?.style ?? '';
    const level = (outer?.counts.length ?? 0) + 1;
    const goesOn = element.attributes['continue-numbering'] === 'true';
    const before = element.attributes['continue-list'];
    let count =
      (before === undefined ? undefined : this.#last.get(before)) ??
      (goesOn ? this.#last.get(`${style} ${level}`) : undefined) ??
      this.#styles.start(style, level) - 1;
    const blocks: SourceBlock[] = [];
    for (const item of elementsOf(element)) {
      const value = Number(item.attributes['start-value']);
      if (item.name === 'list-item') count = Number.isNaN(value) ? count + 1 : value;
      const counts = [...(outer?.counts ?? []), count];
      blocks.push(...this.#item(item, { style, counts }));
    }
    this.#last.set(`${style} ${level}`, count);
    this.#last.set(element.attributes['id'] ?? '', count);
    return blocks;
  }

  /** Only the first paragraph of an item bears its number. */
  #item(item: XmlElement, list: List): SourceBlock[] {
    let isFirst = item.name === 'list-item';
    return elementsOf(item).flatMap((child) => {
      if (child.name === 'list') return this.#block(child, list);
      const numbered = isFirst;
      isFirst = false;
      return this.#block(child, numbered ? list : null);
    });
  }

  #table(table: XmlElement): SourceBlock[] {
    if (this.isHidden(table)) return [];
    const declared = elementsOf(childOf(table, 'table-header-rows'), 'table-row').length;
    const rows = rowsOf(table).map((row) =>
      elementsOf(row).map((cell) => ({ name: cell.name, blocks: this.blocks(cell) })),
    );
    const nested = rows.some((row) =>
      row.some(({ blocks }) => blocks.some((one) => one.kind === 'table' && one.rows.length > 1)),
    );
    if (nested || rows.every((row) => row.length <= 1)) {
      return rows.flatMap((row) => row.flatMap(({ blocks }) => blocks));
    }
    const cells = rows.map((row) => row.map(({ blocks }) => cellText(textOfBlocks(blocks))));
    return [{ kind: 'table', rows: cells, headerRows: headerRows(cells, declared) }];
  }
}
