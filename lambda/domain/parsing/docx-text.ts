import type { IngestionLimits } from '../../../config/schema.ts';
import { htmlText, tooDeep } from './html-text.ts';
import { markupDepth } from './markup-depth.ts';
import { expandedBytesAllowed } from '../document/parsed-source.ts';
import { type Refused, isRefused, refuse } from '../document/refusal.ts';
import { type ZipEntry, isTooLarge, listZip } from './zip-archive.ts';

/** Levels that WordprocessingML adds around one level of tables or text boxes. */
const XML_LEVELS_PER_LEVEL = 8;
/** A chart keeps its workbook in the DOCX: that is the second level, and nothing needs a third. */
const MAX_ARCHIVE_LEVELS = 2;

/**
 * Text of a DOCX, tables as tab-separated rows. Before the parser sees it, every part is
 * unfolded under the limits: archives within, macros, encryption and bombs are refused here.
 */
export async function docxText(
  bytes: Uint8Array,
  limits: IngestionLimits,
): Promise<{ readonly text: string } | Refused> {
  const archive = listZip(bytes);
  if (isRefused(archive)) return archive;
  const names = new Set(archive.entries.map((entry) => entry.name));
  if (!names.has('[Content_Types].xml')) return notADocument(names);
  const left = expandedBytesAllowed(bytes.length, limits);
  const inspection = { limits, left, expands: expands(bytes.length, left, limits) };
  const refused = inspectParts(archive.entries, inspection, 1);
  if (refused) return refused;
  const { convertToHtml, images } = await import('mammoth').then((module) => module.default);
  try {
    const { value } = await convertToHtml(
      { buffer: Buffer.from(bytes) },
      { convertImage: images.imgElement(() => Promise.resolve({ src: '' })) },
    );
    // Mammoth's own markup nests as the document does, which was checked above.
    return await htmlText(value, { ...limits, maxDepth: limits.maxDepth * XML_LEVELS_PER_LEVEL });
  } catch (error) {
    return corrupt(error instanceof Error ? error.message : String(error));
  }
}

interface Inspection {
  readonly limits: IngestionLimits;
  /** Bytes that the parts may still unfold to. */
  left: number;
  readonly expands: Refused;
}

function inspectParts(
  entries: readonly ZipEntry[],
  inspection: Inspection,
  level: number,
): Refused | null {
  for (const entry of entries) {
    const part = inspectEntry(entry, inspection);
    if (isRefused(part)) return part;
    if (isArchive(part.bytes)) {
      if (level >= MAX_ARCHIVE_LEVELS) {
        return refuse(
          'nested-too-deeply',
          `archives must be nested at most ${MAX_ARCHIVE_LEVELS} levels, got ${entry.name} below that; send them as documents of their own`,
        );
      }
      const inner = listZip(part.bytes);
      const refused = isRefused(inner) ? inner : inspectParts(inner.entries, inspection, level + 1);
      if (refused) return refused;
    }
  }
  return null;
}

function inspectEntry(
  entry: ZipEntry,
  inspection: Inspection,
): { readonly bytes: Uint8Array } | Refused {
  if (entry.encrypted) {
    return refuse('encrypted', 'a DOCX must be readable without a password; save it without one');
  }
  if (/vbaProject\.bin$/i.test(entry.name)) {
    return refuse(
      'active-content',
      `a DOCX must carry no macros, got ${entry.name}; save it as .docx`,
    );
  }
  const bytes = readPart(entry, inspection.left);
  if (bytes === 'too-large') return inspection.expands;
  if (typeof bytes === 'string') return corrupt(`${entry.name}: ${bytes}`);
  inspection.left -= bytes.length;
  return /\.(?:xml|rels)$/i.test(entry.name)
    ? (inspectXml(entry.name, bytes, inspection.limits) ?? { bytes })
    : { bytes };
}

function inspectXml(
  name: string,
  bytes: Uint8Array,
  { maxDepth }: IngestionLimits,
): Refused | null {
  const xml = new TextDecoder().decode(bytes);
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) {
    return refuse(
      'active-content',
      `a DOCX must define no entities, got some in ${name}; save it anew`,
    );
  }
  const allowed = maxDepth * XML_LEVELS_PER_LEVEL;
  return markupDepth(xml, allowed) > allowed ? tooDeep(maxDepth) : null;
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

function notADocument(names: ReadonlySet<string>): Refused {
  if (names.has('EncryptedPackage')) {
    return refuse('encrypted', 'a DOCX must be readable without a password; save it without one');
  }
  return refuse(
    'binary',
    `a document must be text, HTML, PDF, DOCX, PNG, JPEG or TIFF, got a ZIP archive of ${names.size} files; unpack it and send each`,
  );
}

function expands(size: number, allowed: number, limits: IngestionLimits): Refused {
  return refuse(
    'expands-too-far',
    `a file of ${size} bytes must unfold to at most ${allowed} bytes, got more; check where it comes from, or raise ingestion.maxExpansion (${limits.maxExpansion}) in config`,
  );
}

function corrupt(found: string): Refused {
  return refuse(
    'corrupt',
    `a DOCX must hold a readable document, got ${found}; send the original again`,
  );
}
