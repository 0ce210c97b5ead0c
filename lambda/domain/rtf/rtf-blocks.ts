import { type SourceBlock, cellText } from '../layout/source-blocks.ts';
import { decodeDeclared } from '../encoding/decode-bytes.ts';
import { CHARACTERS, CHARSETS, CODE_PAGES, MARGINS, READ_IF_NEW, UNREAD } from './rtf-codes.ts';
import { type Target, endBlock, endTable, newTarget } from './rtf-target.ts';
import { type RtfToken, rtfTokens } from './rtf-tokens.ts';

interface Group {
  readonly unread: boolean;
  hidden: boolean;
  inTable: boolean;
  /** Characters that stand in for a Unicode one, for readers that know none. */
  standIns: number;
  font: number;
  readonly target: Target;
  isNew: boolean;
  isFirst: boolean;
}
/** Paragraphs and tables of an RTF as a word processor prints them. */
export function rtfBlocks(bytes: Uint8Array): SourceBlock[] {
  const reader = new RtfReader();
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  for (const token of rtfTokens(source)) reader.take(token);
  return reader.finish();
}

class RtfReader {
  #codePage = 'windows-1252';
  readonly #fonts = new Map<number, string>();
  #fontInTable: number | null = null;
  #bytes: number[] = [];
  #skip = 0;
  readonly #main = newTarget('paragraph');
  readonly #headers: SourceBlock[] = [];
  readonly #after: SourceBlock[] = [];
  readonly #footers: SourceBlock[] = [];
  #group: Group = {
    unread: false,
    hidden: false,
    inTable: false,
    standIns: 1,
    font: -1,
    target: this.#main,
    isNew: false,
    isFirst: false,
  };
  readonly #outer: Group[] = [];

  take(token: RtfToken): void {
    if (token.kind === 'byte') {
      if (this.#skip > 0) this.#skip -= 1;
      else this.#bytes.push(token.byte);
      return;
    }
    this.#flushBytes();
    if (token.kind === 'open') {
      this.#outer.push(this.#group);
      this.#group = { ...this.#group, isNew: false, isFirst: true };
      this.#skip = 0;
    } else if (token.kind === 'close') this.#close();
    else if (token.kind === 'text') this.#text(token.text);
    else if (token.kind === 'symbol') this.#symbol(token.symbol);
    else this.#word(token.word, token.value);
    if (token.kind !== 'open' && token.kind !== 'symbol') this.#group.isFirst = false;
  }

  finish(): SourceBlock[] {
    this.#flushBytes();
    endBlock(this.#main);
    endTable(this.#main);
    return [...this.#headers, ...this.#main.blocks, ...this.#after, ...this.#footers];
  }

  #close(): void {
    const closed = this.#group;
    this.#group = this.#outer.pop() ?? closed;
    this.#skip = 0;
    const { target } = closed;
    if (target === this.#group.target || target === this.#main) return;
    endBlock(target);
    endTable(target);
    this.#listOf(target.kind).push(...target.blocks);
  }

  #listOf(kind: Target['kind']): SourceBlock[] {
    if (kind === 'page-header') return this.#headers;
    return kind === 'page-footer' ? this.#footers : this.#after;
  }

  #text(text: string): void {
    const shown = text.slice(this.#skip);
    this.#skip = Math.max(0, this.#skip - text.length);
    // Bytes beyond ASCII are written as they are by some: they are of the font's code page.
    if (/^[\0-\x7f]*$/.test(shown)) this.#add(shown);
    else this.#add(decodeDeclared(Uint8Array.from(Buffer.from(shown, 'latin1')), this.#encoding()));
  }

  #symbol(symbol: string): void {
    if (symbol === '*') {
      this.#group.isNew = true;
    } else if (symbol === '\r' || symbol === '\n') {
      this.#paragraph();
    } else if (this.#skip > 0) this.#skip -= 1;
    else this.#add(CHARACTERS[symbol] ?? '');
  }

  #word(word: string, value: number | null): void {
    if (this.#group.isFirst && this.#destination(word)) return;
    if (this.#group.isNew && this.#group.isFirst && !READ_IF_NEW.has(word)) {
      this.#group = { ...this.#group, unread: true };
      return;
    }
    switch (word) {
      case 'u':
        this.#add(String.fromCharCode((value ?? 0x3f) & 0xffff));
        this.#skip = this.#group.standIns;
        break;
      case 'uc':
        this.#group.standIns = Math.max(0, value ?? 1);
        break;
      case 'ansicpg':
        this.#codePage = CODE_PAGES[value ?? 0] ?? `windows-${value}`;
        break;
      case 'mac':
        this.#codePage = 'macintosh';
        break;
      case 'pc':
      case 'pca':
        this.#codePage = 'ibm850';
        break;
      case 'f':
        this.#font(value ?? 0);
        break;
      case 'fcharset':
        if (this.#fontInTable !== null)
          this.#fonts.set(this.#fontInTable, CHARSETS[value ?? 0] ?? '');
        break;
      case 'v':
      case 'deleted':
      case 'htmlrtf':
        this.#group.hidden = value !== 0;
        break;
      case 'plain':
        this.#group.hidden = false;
        break;
      case 'intbl':
        this.#group.inTable = true;
        break;
      case 'pard':
        this.#group.inTable = false;
        break;
      default:
        this.#layout(word);
    }
  }

  #layout(word: string): void {
    const { target, unread } = this.#group;
    if (unread) return;
    switch (word) {
      case 'par':
      case 'sect':
      case 'page':
        this.#paragraph();
        break;
      case 'cell':
      case 'nestcell':
        target.cells.push(cellText(target.text));
        target.text = '';
        break;
      case 'row':
      case 'nestrow':
        if (target.cells.length > 0) target.rows.push(target.cells);
        target.cells = [];
        break;
      default:
        if (CHARACTERS[word] !== undefined) this.#add(CHARACTERS[word]);
    }
  }

  /** A group's first word may say what the group holds. */
  #destination(word: string): boolean {
    if (UNREAD.has(word)) {
      this.#group = { ...this.#group, unread: true };
      this.#fontInTable = null;
      return true;
    }
    const kind =
      MARGINS[word] ?? { footnote: 'footnote' as const, annotation: 'annotation' as const }[word];
    if (kind === undefined) return false;
    this.#group = { ...this.#group, target: newTarget(kind), inTable: false };
    return true;
  }

  #font(font: number): void {
    this.#group.font = font;
    if (this.#group.unread) this.#fontInTable = font;
  }

  #paragraph(): void {
    const { target, unread, inTable, hidden } = this.#group;
    if (unread || hidden) return;
    if (inTable || target.cells.length > 0) {
      target.text += '\n';
      return;
    }
    endTable(target);
    endBlock(target);
  }

  #add(text: string): void {
    const { target, unread, hidden, inTable } = this.#group;
    if (unread || hidden || text === '') return;
    if (!inTable && target.cells.length === 0 && text.trim() !== '') endTable(target);
    target.text += text;
  }

  #flushBytes(): void {
    if (this.#bytes.length === 0) return;
    const bytes = Uint8Array.from(this.#bytes);
    this.#bytes = [];
    this.#add(decodeDeclared(bytes, this.#encoding()));
  }

  #encoding(): string {
    return this.#fonts.get(this.#group.font) || this.#codePage;
  }
}
