import { SaxesParser } from 'saxes';
import { type Refused, isRefused, refuse } from '../document/refusal.ts';
import { decodeDeclared } from '../encoding/decode-bytes.ts';

export interface XmlElement {
  /** Without its prefix. */
  readonly name: string;
  /** The namespace's URI; empty where none is declared. */
  readonly space: string;
  /** By local name; those of OOXML's relationships as `r:id`, `r:embed`, …. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
}
export type XmlNode = XmlElement | string;

export interface XmlLimits {
  /** What is read, for messages: `a DOCX`. */
  readonly what: string;
  readonly maxDepth: number;
  /** Elements that may still be read; counted down over the parts of one file. */
  readonly budget: { elements: number };
}

/** An element takes about 250 bytes here: 500 MB in all. */
export const MAX_XML_ELEMENTS = 2_000_000;
const NO_ATTRIBUTES: Readonly<Record<string, string>> = {};
const NO_CHILDREN: readonly XmlNode[] = [];
/** Characters a step: a limit that is passed ends the reading within one. */
const STEP_CHARACTERS = 65_536;

/**
 * The tree of a well-formed XML text. A document type is refused, so no entity but XML's own five
 * is ever expanded and nothing outside the text is looked up. Prefixes that nothing declares are
 * taken as they are.
 */
export function parseXml(xml: string, limits: XmlLimits): XmlElement | Refused {
  const parser = new SaxesParser({ xmlns: true, position: false });
  const open: (Omit<XmlElement, 'children'> & { children: XmlNode[] })[] = [];
  const read: { root: XmlElement | null; refused: Refused | null } = { root: null, refused: null };
  parser.on('doctype', () => {
    read.refused ??= refuse(
      'active-content',
      `${limits.what} must define no document type or entities, got some; save it anew`,
    );
  });
  parser.on('error', (error) => {
    if (!error.message.includes('unbound namespace prefix')) {
      read.refused ??= notWellFormed(limits.what, error.message);
    }
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    limits.budget.elements -= 1;
    if (limits.budget.elements < 0) read.refused ??= tooMany(limits.what);
    if (open.length >= limits.maxDepth) read.refused ??= tooDeep(limits);
    open.push({ name: local, space: uri, attributes: attributesOf(attributes), children: [] });
  });
  const addText = (text: string): void => {
    open.at(-1)?.children.push(text);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const made = open.pop();
    if (made === undefined) return;
    const closed: XmlElement =
      made.children.length === 0 ? { ...made, children: NO_CHILDREN } : made;
    const parent = open.at(-1);
    if (parent) parent.children.push(closed);
    else read.root ??= closed;
  });
  for (let at = 0; at < xml.length && read.refused === null; at += STEP_CHARACTERS) {
    parser.write(xml.slice(at, at + STEP_CHARACTERS));
  }
  if (read.refused === null) parser.close();
  return read.refused ?? read.root ?? notWellFormed(limits.what, 'no element');
}

/** Decodes by byte order mark, else by the declaration's encoding, else as UTF-8. */
export function decodeXml(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const declared = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)/.exec(head)?.[1] ?? 'utf-8';
  const label = head.startsWith('\u00ff\u00fe')
    ? 'utf-16le'
    : head.startsWith('\u00fe\u00ff')
      ? 'utf-16be'
      : declared;
  const text = decodeDeclared(bytes, label);
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

/** A part's tree from its bytes. */
export function readXml(bytes: Uint8Array, limits: XmlLimits): XmlElement | Refused {
  return parseXml(decodeXml(bytes), limits);
}

export function elementsOf(parent: XmlElement | null | undefined, name?: string): XmlElement[] {
  const found: XmlElement[] = [];
  for (const child of parent?.children ?? []) {
    if (typeof child !== 'string' && (name === undefined || child.name === name)) found.push(child);
  }
  return found;
}

/** The first child, or the first at the end of a path of children. */
export function childOf(
  parent: XmlElement | null | undefined,
  ...path: readonly string[]
): XmlElement | null {
  let at: XmlElement | null = parent ?? null;
  for (const name of path) at = elementsOf(at, name)[0] ?? null;
  return at;
}

/** All of the name below, in document order, without recursion. */
export function descendantsOf(parent: XmlElement, name: string): XmlElement[] {
  const found: XmlElement[] = [];
  const stack: XmlElement[] = elementsOf(parent).reverse();
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    if (at.name === name) found.push(at);
    for (const child of elementsOf(at).reverse()) stack.push(child);
  }
  return found;
}

/** All character data below. */
export function textContent(element: XmlElement | null | undefined): string {
  let text = '';
  const stack: XmlNode[] = element ? [element] : [];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    if (typeof at === 'string') text += at;
    else for (const child of at.children.toReversed()) stack.push(child);
  }
  return text;
}

/** A switch of OOXML: present means on, unless its value says off (ECMA-376, ST_OnOff). */
export function isOn(element: XmlElement | null): boolean {
  if (element === null) return false;
  return !['0', 'false', 'off', 'none'].includes(element.attributes['val'] ?? '1');
}

export function isElement(node: XmlNode | Refused): node is XmlElement {
  return typeof node !== 'string' && !isRefused(node);
}

function attributesOf(
  found: Readonly<Record<string, { local: string; uri: string; value: string; prefix: string }>>,
): Readonly<Record<string, string>> {
  const names = Object.keys(found);
  if (names.length === 0) return NO_ATTRIBUTES;
  const attributes: Record<string, string> = {};
  for (const name of names) {
    const one = found[name];
    if (one === undefined || one.prefix === 'xmlns' || name === 'xmlns') continue;
    const isRelation = one.uri.endsWith('/relationships') || one.prefix === 'r';
    attributes[isRelation ? `r:${one.local}` : one.local] ??= one.value;
  }
  return attributes;
}

function notWellFormed(what: string, found: string): Refused {
  return refuse(
    'corrupt',
    `${what} must hold well-formed XML, got ${found.slice(0, 200)}; send the original again`,
  );
}

function tooMany(what: string): Refused {
  return refuse(
    'expands-too-far',
    `${what} must have at most ${MAX_XML_ELEMENTS} elements, got more; split it`,
  );
}

function tooDeep({ what, maxDepth }: XmlLimits): Refused {
  return refuse(
    'nested-too-deeply',
    `elements of ${what} must be nested at most ${maxDepth} levels, got more; flatten it or raise ingestion.maxDepth in config`,
  );
}
