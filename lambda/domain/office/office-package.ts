import type { IngestionLimits } from '../../../config/schema.ts';
import { type Refused, isRefused, refuse } from '../document/refusal.ts';
import { expandedBytesAllowed } from '../document/parsed-source.ts';
import {
  MAX_XML_ELEMENTS,
  type XmlElement,
  type XmlLimits,
  elementsOf,
  readXml,
} from '../markup/xml-tree.ts';
import { type ZipEntry, isTooLarge, listZip } from './zip-archive.ts';

/** The parts of an office file that its reader asked for. */
export interface OfficePackage {
  readonly xml: ReadonlyMap<string, XmlElement>;
  readonly other: ReadonlyMap<string, Uint8Array>;
}

export interface Relation {
  /** Last segment of the type's URI: `header`, `footnotes`, `aFChunk`. */
  readonly type: string;
  /** Full name of the part, or the address where it is outside. */
  readonly target: string;
}

/** Levels that the formats put around one level of tables, boxes or groups. */
const XML_LEVELS_PER_LEVEL = 8;
/** A chart keeps its workbook in the file: that is the second level, and nothing needs a third. */
const MAX_ARCHIVE_LEVELS = 2;
/** Office's macros, and those of OpenDocument but for the empty library that every file has. */
const MACROS = /(?:^|\/)vbaProject\.bin$|^Basic\/[^/]+\/(?!script-l[bc]\.xml$)[^/]+\.xml$/i;

/**
 * Unfolds an office file. Every part is unfolded under the limits, also those that nobody reads:
 * archives within, macros, encryption and bombs are refused here.
 */
export function openPackage(
  bytes: Uint8Array,
  limits: IngestionLimits,
  wanted: { readonly what: string; readonly xml: RegExp; readonly other?: RegExp },
): OfficePackage | Refused {
  const archive = listZip(bytes);
  if (isRefused(archive)) return archive;
  const left = expandedBytesAllowed(bytes.length, limits);
  const opening: Opening = {
    ...wanted,
    left,
    expands: expands(bytes.length, left, limits),
    limits: {
      what: wanted.what,
      maxDepth: limits.maxDepth * XML_LEVELS_PER_LEVEL,
      budget: { elements: MAX_XML_ELEMENTS },
    },
    parts: { xml: new Map(), other: new Map() },
  };
  return openParts(archive.entries, opening, 1) ?? opening.parts;
}

/** Relations of a part by id (Open Packaging Conventions, ECMA-376 part 2, 9.3). */
export function relationsOf({ xml }: OfficePackage, part: string): ReadonlyMap<string, Relation> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const file = part.slice(folder.length);
  const relations = new Map<string, Relation>();
  for (const one of elementsOf(xml.get(`${folder}_rels/${file}.rels`), 'Relationship')) {
    const { Id = '', Type = '', Target = '', TargetMode } = one.attributes;
    const target = TargetMode === 'External' ? Target : resolvePart(folder, Target);
    relations.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), target });
  }
  return relations;
}

/** Targets of a part's relations of one type, in the order of the file. */
export function relatedParts(parts: OfficePackage, part: string, type: string): string[] {
  return [...relationsOf(parts, part).values()]
    .filter((relation) => relation.type === type)
    .map(({ target }) => target);
}

/** The part that the file is about. */
export function mainPart(parts: OfficePackage): string | null {
  return relatedParts(parts, '', 'officeDocument')[0] ?? null;
}

interface Opening {
  readonly what: string;
  readonly xml: RegExp;
  readonly other?: RegExp;
  readonly limits: XmlLimits;
  readonly parts: {
    readonly xml: Map<string, XmlElement>;
    readonly other: Map<string, Uint8Array>;
  };
  /** Bytes that the parts may still unfold to. */
  left: number;
  readonly expands: Refused;
}

function openParts(entries: readonly ZipEntry[], opening: Opening, level: number): Refused | null {
  for (const entry of entries) {
    const part = openEntry(entry, opening);
    if (isRefused(part)) return part;
    if (isArchive(part.bytes)) {
      if (level >= MAX_ARCHIVE_LEVELS) return archivesTooDeep(entry.name);
      const inner = listZip(part.bytes);
      const refused = isRefused(inner) ? inner : openParts(inner.entries, opening, level + 1);
      if (refused) return refused;
    }
    const refused = level === 1 ? keepPart(entry.name, part.bytes, opening) : null;
    if (refused) return refused;
  }
  return null;
}

function openEntry(entry: ZipEntry, opening: Opening): { readonly bytes: Uint8Array } | Refused {
  const { what } = opening;
  if (entry.encrypted) {
    return refuse('encrypted', `${what} must be readable without a password; save it without one`);
  }
  if (MACROS.test(entry.name)) {
    return refuse(
      'active-content',
      `${what} must carry no macros, got ${entry.name}; save it without them`,
    );
  }
  const bytes = readPart(entry, opening.left);
  if (bytes === 'too-large') return opening.expands;
  if (typeof bytes === 'string') {
    return refuse(
      'corrupt',
      `${what} must be a whole archive, got ${entry.name}: ${bytes}; send the original again`,
    );
  }
  opening.left -= bytes.length;
  return { bytes };
}

function keepPart(name: string, bytes: Uint8Array, opening: Opening): Refused | null {
  if (opening.other?.test(name)) opening.parts.other.set(name, bytes);
  if (!opening.xml.test(name)) return null;
  const tree = readXml(bytes, { ...opening.limits, what: `${name} of ${opening.what}` });
  if (isRefused(tree)) return tree;
  opening.parts.xml.set(name, tree);
  return null;
}

function readPart(entry: ZipEntry, limit: number): Uint8Array | string {
  try {
    return entry.read(limit);
  } catch (error) {
    if (isTooLarge(error)) return 'too-large';
    return error instanceof Error ? error.message : String(error);
  }
}

/** Embedded workbooks and documents are ZIP archives too. */
function isArchive(part: Uint8Array): boolean {
  return part[0] === 0x50 && part[1] === 0x4b && part[2] === 0x03 && part[3] === 0x04;
}

function resolvePart(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path: string[] = [];
  for (const segment of `${folder}${target}`.split('/')) {
    if (segment === '..') path.pop();
    else if (segment !== '.' && segment !== '') path.push(segment);
  }
  return path.join('/');
}

function archivesTooDeep(name: string): Refused {
  return refuse(
    'nested-too-deeply',
    `archives must be nested at most ${MAX_ARCHIVE_LEVELS} levels, got ${name} below that; send them as documents of their own`,
  );
}

function expands(size: number, allowed: number, limits: IngestionLimits): Refused {
  return refuse(
    'expands-too-far',
    `a file of ${size} bytes must unfold to at most ${allowed} bytes, got more; check where it comes from, or raise ingestion.maxExpansion (${limits.maxExpansion}) in config`,
  );
}
