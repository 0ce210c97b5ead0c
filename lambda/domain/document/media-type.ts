/** What can be read. */
export type MediaType =
  | 'application/pdf'
  | 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  | 'application/vnd.openxmlformats-officedocument.presentationml.presentation'
  | 'application/vnd.oasis.opendocument.text'
  | 'application/vnd.oasis.opendocument.spreadsheet'
  | 'application/vnd.oasis.opendocument.presentation'
  | 'application/rtf'
  | 'application/xml'
  | 'application/vnd.ms-outlook'
  | 'message/rfc822'
  | 'text/html'
  | 'text/csv'
  | 'text/plain'
  | 'image/png'
  | 'image/jpeg'
  | 'image/tiff';

export const DOCX =
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document' satisfies MediaType;
export const XLSX =
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' satisfies MediaType;
export const PPTX =
  'application/vnd.openxmlformats-officedocument.presentationml.presentation' satisfies MediaType;
export const ODT = 'application/vnd.oasis.opendocument.text' satisfies MediaType;
export const ODS = 'application/vnd.oasis.opendocument.spreadsheet' satisfies MediaType;
export const ODP = 'application/vnd.oasis.opendocument.presentation' satisfies MediaType;

/** For messages: what a document may be. */
export const READABLE =
  'text, CSV, HTML, e-mail, an e-invoice in XML, PDF, DOCX, XLSX, PPTX, OpenDocument, RTF, PNG, JPEG or TIFF';

const BY_EXTENSION: Readonly<Record<string, MediaType>> = {
  pdf: 'application/pdf',
  docx: DOCX,
  docm: DOCX,
  dotx: DOCX,
  xlsx: XLSX,
  xlsm: XLSX,
  xltx: XLSX,
  pptx: PPTX,
  pptm: PPTX,
  ppsx: PPTX,
  odt: ODT,
  ott: ODT,
  ods: ODS,
  ots: ODS,
  odp: ODP,
  rtf: 'application/rtf',
  xml: 'application/xml',
  msg: 'application/vnd.ms-outlook',
  eml: 'message/rfc822',
  mht: 'message/rfc822',
  mhtml: 'message/rfc822',
  html: 'text/html',
  htm: 'text/html',
  xhtml: 'text/html',
  txt: 'text/plain',
  text: 'text/plain',
  md: 'text/plain',
  csv: 'text/csv',
  tsv: 'text/csv',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  tif: 'image/tiff',
  tiff: 'image/tiff',
};
const TEXTS: ReadonlySet<MediaType> = new Set<MediaType>([
  'text/plain',
  'text/html',
  'text/csv',
  'message/rfc822',
  'application/xml',
]);

/** What a file's name claims; null for a name that claims nothing we read. */
export function claimedMediaType(name: string): MediaType | null {
  const extension = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return BY_EXTENSION[extension] ?? null;
}

/** Kinds that are written in characters: decoding decides whether a file is one. */
export function isTextual(mediaType: MediaType): boolean {
  return TEXTS.has(mediaType);
}
