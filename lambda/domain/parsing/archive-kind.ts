import {
  DOCX,
  type MediaType,
  ODP,
  ODS,
  ODT,
  PPTX,
  READABLE,
  XLSX,
} from '../document/media-type.ts';
import { type Refused, isRefused, refuse } from '../document/refusal.ts';
import { type ZipEntry, listZip } from '../office/zip-archive.ts';

/** What the list of content types says of the main part (ECMA-376 part 1, 15.2; MS-OFFMACRO2). */
const MAIN_PARTS: readonly (readonly [RegExp, MediaType])[] = [
  [/wordprocessingml\.(?:document|template)\.main|ms-word\.\w+\.macroEnabledT?\w*\.main/i, DOCX],
  [
    /spreadsheetml\.(?:sheet|template)\.main|ms-excel\.(?:sheet|template)\.macroEnabled\.main/i,
    XLSX,
  ],
  [
    /presentationml\.(?:presentation|slideshow|template)\.main|ms-powerpoint\.\w+\.macroEnabled\.main/i,
    PPTX,
  ],
];
const OPEN_DOCUMENT: Readonly<Record<string, MediaType>> = {
  text: ODT,
  spreadsheet: ODS,
  presentation: ODP,
};
/** Archives that are known by a file within, with what to do about them. */
const OTHERS: readonly (readonly [RegExp, string, string])[] = [
  [/^xl\/workbook\.bin$/i, 'a binary Excel workbook (.xlsb)', 'save it as .xlsx'],
  [/^Index\/Document\.iwa$/i, 'an iWork document (.pages, .numbers, .key)', 'save it as PDF'],
  [/^FixedDocSeq\.fdseq$|\.fdseq$/i, 'an XPS document', 'save it as PDF'],
  [/^META-INF\/container\.xml$/i, 'an e-book (.epub)', 'save it as PDF'],
  [/^visio\/document\.xml$/i, 'a Visio drawing (.vsdx)', 'save it as PDF'],
];
/** A list of content types or a media type is far shorter. */
const MAX_BYTES = 1_000_000;

/** What a ZIP archive is: an office file, or a kind that is refused under its name. */
export function archiveKind(bytes: Uint8Array): { readonly mediaType: MediaType } | Refused {
  const archive = listZip(bytes);
  if (isRefused(archive)) return archive;
  const { entries } = archive;
  const names = new Set(entries.map(({ name }) => name));
  if (names.has('EncryptedPackage')) {
    return refuse(
      'encrypted',
      'an office file must be readable without a password; save it without one',
    );
  }
  const other = OTHERS.find(([pattern]) => [...names].some((name) => pattern.test(name)));
  if (other) return unsupported(other[1], other[2]);
  const open = /^application\/vnd\.oasis\.opendocument\.(\w+)/.exec(contentOf(entries, 'mimetype'));
  const mediaType =
    OPEN_DOCUMENT[open?.[1] ?? ''] ?? byContentTypes(contentOf(entries, '[Content_Types].xml'));
  if (mediaType !== null) return { mediaType };
  if (open) return unsupported(`an OpenDocument ${open[1]}`, 'save it as PDF');
  // A list that cannot be read says nothing: the parts do, and their reader says what is wrong.
  if (names.has('[Content_Types].xml')) return { mediaType: byFolder(names) };
  return unsupported(`a ZIP archive of ${names.size} files`, 'unpack it and send each');
}

function byContentTypes(types: string): MediaType | null {
  return MAIN_PARTS.find(([pattern]) => pattern.test(types))?.[1] ?? null;
}

function byFolder(names: ReadonlySet<string>): MediaType {
  if (names.has('xl/workbook.xml')) return XLSX;
  return names.has('ppt/presentation.xml') ? PPTX : DOCX;
}

function contentOf(entries: readonly ZipEntry[], name: string): string {
  const entry = entries.find((one) => one.name === name);
  if (entry === undefined || entry.encrypted) return '';
  try {
    return new TextDecoder().decode(entry.read(MAX_BYTES));
  } catch {
    return ''; // Damaged: the reader of the kind that the other parts name will say so.
  }
}

function unsupported(kind: string, remedy: string): Refused {
  return refuse('unsupported-format', `a document must be ${READABLE}, got ${kind}; ${remedy}`);
}
