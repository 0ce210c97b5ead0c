import type { SourceBlock } from '../layout/source-blocks.ts';

export type LineKind = 'paragraph' | 'heading' | 'list-item';

/** Collects the lines of a page: blanks collapse as a browser collapses them. */
export class PageWriter {
  readonly blocks: SourceBlock[] = [];
  kind: LineKind = 'paragraph';
  #text = '';
  #marker = '';
  /** Lines between what was written and what comes: 1 for a line of its own, 2 for a blank one. */
  #gap = 2;

  /** The number of a list's item, before the first that is written of it. */
  mark(marker: string): void {
    this.#marker = marker;
  }

  write(text: string, whiteSpace: 'collapse' | 'lines' | 'all'): void {
    if (whiteSpace === 'all') {
      this.#add(text.replaceAll(/\r\n?/g, '\n'));
      return;
    }
    const lines = whiteSpace === 'lines' ? text.split(/\r\n|[\r\n]/) : [text];
    lines.forEach((line, at) => {
      if (at > 0) this.breakLine();
      const collapsed = line.replaceAll(/[ \t\n\r\f]+/g, ' ');
      const glued = this.#text === '' || this.#text.endsWith(' ') || this.#text.endsWith('\n');
      this.#add(glued && collapsed.startsWith(' ') ? collapsed.slice(1) : collapsed);
    });
  }

  breakLine(): void {
    if (this.#text !== '') this.#text = `${this.#text.trimEnd()}\n`;
  }

  /** Ends the line; the next one stands `lines` below. */
  end(lines: 1 | 2): void {
    const text = this.#text.replace(/^\n+/, '').trimEnd();
    if (text !== '') {
      this.#push({ kind: this.kind, text });
      this.#gap = 1;
    }
    this.#text = '';
    this.#gap = Math.max(this.#gap, lines);
  }

  table(rows: readonly (readonly string[])[], headerRows: number): void {
    this.end(2);
    if (rows.length === 0) return;
    this.#marker = '';
    this.#push({ kind: 'table', rows, headerRows });
    this.#gap = 2;
  }

  /** Lines that were laid out by themselves. */
  append(blocks: readonly SourceBlock[]): void {
    this.end(1);
    for (const block of blocks) this.#push(block);
  }

  #add(text: string): void {
    if (text === '') return;
    if (this.#marker !== '' && text.trim() !== '') {
      this.#text = `${this.#marker} ${this.#text.trimStart()}`;
      this.#marker = '';
    }
    this.#text += text;
  }

  #push(block: SourceBlock): void {
    const tight = this.#gap === 1 && this.blocks.length > 0;
    this.blocks.push(tight ? { ...block, tight } : { ...block, tight: false });
  }
}
