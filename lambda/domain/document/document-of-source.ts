import type { DocumentText } from './document.ts';
import type { DocumentLayout, PageContent } from '../layout/document-layout.ts';
import { joinPages } from '../layout/join-pages.ts';
import type { ReadSource } from './read-source.ts';

/** The text that later steps work on, and where it stands. */
export function documentOf({ pages, mediaType, attachments, carried }: ReadSource): {
  readonly documentText: DocumentText;
  readonly layout: DocumentLayout;
} {
  const files = attachments.map(({ name, mediaType: type, bytes }) => ({
    name,
    mediaType: type,
    bytes: bytes.length,
  }));
  const { text, layout } = joinPages(pages, files);
  const ocrConfidence = meanConfidence(pages);
  const method = ocrConfidence === null ? 'text' : 'ocr';
  const read = { text, pages: pages.length, method, mediaType, ocrConfidence } as const;
  return { documentText: carried === null ? read : { ...read, carried }, layout };
}

/** Mean over the pages that were recognised; null where none was. */
function meanConfidence(pages: readonly PageContent[]): number | null {
  const known = pages.flatMap(({ confidence }) => (confidence === null ? [] : [confidence]));
  return known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0) / known.length;
}
