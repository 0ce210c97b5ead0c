import { DOCX, type MediaType, ODP, ODS, ODT, PPTX, XLSX } from '../document/media-type.ts';
import type { Attachment, ParsingLimits } from '../document/parsed-source.ts';
import { type Refused, isRefused } from '../document/refusal.ts';
import { declaredCharset } from '../markup/declared-charset.ts';
import { decodeText } from '../encoding/decode-text.ts';
import type { SourceBlock } from '../layout/source-blocks.ts';

/** A file that says itself what its pieces are, page by page; files within it. */
export interface BlockSource {
  /** Blocks of each; a text without any is as it was written. */
  readonly pages: readonly (readonly SourceBlock[] | string)[];
  readonly attachments: readonly Attachment[];
}
export type BlockMediaType = Exclude<
  MediaType,
  'application/pdf' | 'image/png' | 'image/jpeg' | 'image/tiff'
>;

/** Blocks of a file that is neither PDF nor image. Its reader is loaded when such a file comes. */
export async function parseBlocks(
  bytes: Uint8Array,
  mediaType: BlockMediaType,
  limits: ParsingLimits,
): Promise<BlockSource | Refused> {
  switch (mediaType) {
    case DOCX:
      return onePage(await (await import('../office/docx-text.ts')).docxBlocks(bytes, limits));
    case XLSX:
      return pagesOf(await (await import('../office/xlsx-sheets.ts')).xlsxSheets(bytes, limits));
    case PPTX:
      return pagesOf((await import('../office/pptx-slides.ts')).pptxSlides(bytes, limits));
    case ODT:
    case ODS:
    case ODP:
      return pagesOf((await import('../office/odf-pages.ts')).odfPages(bytes, limits));
    case 'application/rtf':
      return onePage((await import('../rtf/rtf-blocks.ts')).rtfBlocks(bytes));
    case 'message/rfc822':
      return oneMessage(await (await import('../mail/mail-blocks.ts')).mailBlocks(bytes, limits));
    case 'application/vnd.ms-outlook':
      return oneMessage(
        await (await import('../mail/outlook-blocks.ts')).outlookBlocks(bytes, limits),
      );
    case 'text/html':
    case 'text/csv':
    case 'text/plain':
    case 'application/xml':
      return parseText(bytes, mediaType, limits);
  }
}

async function parseText(
  bytes: Uint8Array,
  mediaType: 'text/html' | 'text/csv' | 'text/plain' | 'application/xml',
  limits: ParsingLimits,
): Promise<BlockSource | Refused> {
  const isMarkup = mediaType === 'text/html' || mediaType === 'application/xml';
  const decoded = decodeText(bytes, isMarkup ? declaredCharset(bytes) : null);
  if (isRefused(decoded)) return decoded;
  const { text } = decoded;
  if (mediaType === 'text/html') {
    return onePage(await (await import('../markup/html-text.ts')).htmlBlocks(text, limits));
  }
  if (mediaType === 'text/csv')
    return onePage((await import('../office/csv-rows.ts')).csvBlocks(text));
  return { pages: [text], attachments: [] };
}

function onePage(blocks: readonly SourceBlock[] | Refused): BlockSource | Refused {
  return isRefused(blocks) ? blocks : { pages: [blocks], attachments: [] };
}

function pagesOf(pages: readonly (readonly SourceBlock[])[] | Refused): BlockSource | Refused {
  return isRefused(pages) ? pages : { pages, attachments: [] };
}

function oneMessage(
  message:
    | { readonly blocks: readonly SourceBlock[]; readonly attachments: readonly Attachment[] }
    | Refused,
): BlockSource | Refused {
  return isRefused(message)
    ? message
    : { pages: [message.blocks], attachments: message.attachments };
}
