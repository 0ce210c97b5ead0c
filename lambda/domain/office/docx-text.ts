import type { IngestionLimits } from '../../../config/schema.ts';
import { type Refused, isRefused, refuse } from '../document/refusal.ts';
import { listNumber } from '../markup/list-number.ts';
import { type SourceBlock, textOfBlocks } from '../layout/source-blocks.ts';
import { type XmlElement, childOf, elementsOf, isOn } from '../markup/xml-tree.ts';
import { importedBlocks } from './docx-imports.ts';
import { docxNumbering } from './docx-numbering.ts';
import { type StoryContext, storyBlocks } from './docx-story.ts';
import { docxStyles } from './docx-styles.ts';
import {
  type OfficePackage,
  type Relation,
  mainPart,
  openPackage,
  relatedParts,
  relationsOf,
} from './office-package.ts';

const PARTS = {
  what: 'a DOCX',
  xml: /^_rels\/\.rels$|^word\/(?:_rels\/)?[^/]+\.(?:xml|rels)$|^word\/(?:charts|diagrams)\/[^/]+\.xml$/i,
  other: /^(?:word\/)?(?:[^/]+\/)?[^/]+\.(?:html?|mht|mhtml|txt|rtf|docx|xhtml)$/i,
};

/**
 * A DOCX as Word prints it: headers of a section before it, notes and comments after the text,
 * footers last; numbers of lists, results of fields and inserted text are text; hidden and deleted
 * text and the codes of fields are not (ECMA-376 part 1, 17).
 */
export async function docxBlocks(
  bytes: Uint8Array,
  limits: IngestionLimits,
  level = 1,
): Promise<readonly SourceBlock[] | Refused> {
  const parts = openPackage(bytes, limits, PARTS);
  if (isRefused(parts)) return parts;
  const main = mainPart(parts);
  const document = main === null ? undefined : parts.xml.get(main);
  const body = childOf(document, 'body');
  if (main === null || body === null) return withoutDocument();
  const chunks = await importedBlocks(parts, main, limits, level);
  if (isRefused(chunks)) return chunks;
  return new DocxReader(parts, main, chunks).read(body);
}

/** Text of a DOCX. */
export async function docxText(
  bytes: Uint8Array,
  limits: IngestionLimits,
): Promise<{ readonly text: string } | Refused> {
  const blocks = await docxBlocks(bytes, limits);
  return isRefused(blocks) ? blocks : { text: textOfBlocks(blocks) };
}

/** Keeps what the stories of one document share: counters of lists, notes, comments. */
class DocxReader {
  readonly #parts: OfficePackage;
  readonly #main: string;
  readonly #chunks: ReadonlyMap<string, readonly SourceBlock[]>;
  readonly #shared: Pick<StoryContext, 'styles' | 'numbering'>;
  readonly #relations: ReadonlyMap<string, Relation>;
  readonly #evenHeaders: boolean;
  /** Ids in the order in which they are referred to, with their numbers. */
  readonly #noted = {
    footnote: new Map<string, number>(),
    endnote: new Map<string, number>(),
    comment: new Map<string, number>(),
  };

  constructor(
    parts: OfficePackage,
    main: string,
    chunks: ReadonlyMap<string, readonly SourceBlock[]>,
  ) {
    this.#parts = parts;
    this.#main = main;
    this.#chunks = chunks;
    this.#relations = relationsOf(parts, main);
    this.#evenHeaders = isOn(childOf(this.#related('settings'), 'evenAndOddHeaders'));
    this.#shared = {
      styles: docxStyles(this.#related('styles')),
      numbering: docxNumbering(this.#related('numbering')),
    };
  }

  read(body: XmlElement): SourceBlock[] {
    const blocks: SourceBlock[] = [];
    const seen = new Set<string>();
    const footers: SourceBlock[] = [];
    const context = this.#context(this.#main);
    for (const section of sectionsOf(body)) {
      blocks.push(...this.#margins(section.properties, 'headerReference', seen));
      blocks.push(...storyBlocks(section.content, context));
      footers.push(...this.#margins(section.properties, 'footerReference', seen));
    }
    blocks.push(...this.#notes('footnote'), ...this.#notes('endnote'), ...this.#comments());
    return [...blocks, ...footers];
  }

  /** Headers or footers that a section prints, each text once. */
  #margins(
    properties: XmlElement | null,
    reference: 'headerReference' | 'footerReference',
    seen: Set<string>,
  ): SourceBlock[] {
    const kind = reference === 'headerReference' ? 'page-header' : 'page-footer';
    const printed = {
      first: isOn(childOf(properties, 'titlePg')),
      even: this.#evenHeaders,
      default: true,
    };
    const order = ['first', 'default', 'even'] as const;
    return order.flatMap((type) => {
      const found = elementsOf(properties, reference).find(
        ({ attributes }) => (attributes['type'] ?? 'default') === type,
      );
      const target = this.#relations.get(found?.attributes['r:id'] ?? '')?.target;
      const part = target === undefined ? undefined : this.#parts.xml.get(target);
      if (!printed[type] || target === undefined || part === undefined) return [];
      const blocks = storyBlocks(part, this.#context(target));
      const text = textOfBlocks(blocks);
      if (text === '' || seen.has(`${kind}${text}`)) return [];
      seen.add(`${kind}${text}`);
      return blocks.map((block) => (block.kind === 'table' ? block : { kind, text: block.text }));
    });
  }

  #notes(kind: 'footnote' | 'endnote'): SourceBlock[] {
    const target = relatedParts(this.#parts, this.#main, `${kind}s`)[0] ?? '';
    const notes = byId(this.#parts.xml.get(target), kind);
    return [...this.#noted[kind]].flatMap(([id, number]): SourceBlock[] => {
      const note = notes.get(id);
      if (note === undefined) return [];
      const mark = markOf(kind, number);
      const text = textOfBlocks(storyBlocks(note, this.#context(target, mark))).trim();
      const marked = text.startsWith(mark) ? text : `${mark} ${text}`;
      return [{ kind: 'footnote', text: marked }];
    });
  }

  #comments(): SourceBlock[] {
    const target = relatedParts(this.#parts, this.#main, 'comments')[0] ?? '';
    const comments = byId(this.#parts.xml.get(target), 'comment');
    return [...this.#noted.comment.keys()].flatMap((id): SourceBlock[] => {
      const comment = comments.get(id);
      if (comment === undefined) return [];
      const text = textOfBlocks(storyBlocks(comment, this.#context(target))).trim();
      const author = comment.attributes['author'] ?? '';
      return [{ kind: 'annotation', text: author === '' ? text : `${author}: ${text}` }];
    });
  }

  #context(part: string, ownMark = ''): StoryContext {
    const relations = relationsOf(this.#parts, part);
    return {
      ...this.#shared,
      fields: [],
      boxes: [],
      graphics: [],
      carried: '',
      ownMark,
      chunk: (id) => (part === this.#main ? (this.#chunks.get(id) ?? []) : []),
      graphic: (id) => this.#parts.xml.get(relations.get(id)?.target ?? ''),
      mark: (kind, id) => {
        const marked = this.#noted[kind];
        const number = marked.get(id) ?? marked.size + 1;
        marked.set(id, number);
        return kind === 'comment' ? '' : markOf(kind, number);
      },
    };
  }

  #related(type: string): XmlElement | undefined {
    return this.#parts.xml.get(relatedParts(this.#parts, this.#main, type)[0] ?? '');
  }
}

/** In brackets: a raised figure would run into the number before it. */
function markOf(kind: 'footnote' | 'endnote', number: number): string {
  return `[${listNumber(number, kind === 'footnote' ? 'decimal' : 'lower-roman')}]`;
}

function byId(part: XmlElement | undefined, name: string): ReadonlyMap<string, XmlElement> {
  return new Map(elementsOf(part, name).map((one) => [one.attributes['id'] ?? '', one]));
}

/** A section ends with the paragraph that holds its properties; the last ones stand in the body. */
function sectionsOf(
  body: XmlElement,
): readonly { readonly content: XmlElement; readonly properties: XmlElement | null }[] {
  const sections: { content: XmlElement; properties: XmlElement | null }[] = [];
  let children: XmlElement[] = [];
  for (const child of elementsOf(body)) {
    children.push(child);
    const properties = childOf(child, 'pPr', 'sectPr');
    if (child.name === 'p' && properties !== null) {
      sections.push({ content: { ...body, children }, properties });
      children = [];
    }
  }
  sections.push({ content: { ...body, children }, properties: childOf(body, 'sectPr') });
  return sections;
}

function withoutDocument(): Refused {
  return refuse(
    'corrupt',
    'a DOCX must hold a readable document, got none; send the original again',
  );
}
