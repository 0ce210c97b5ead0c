import { InvalidInputError } from '../../errors.ts';
import type { Ports } from '../../ports.ts';
import type { Attachment, ParsedSource } from './parsed-source.ts';
import type { CarriedInvoice, DocumentReference } from './document.ts';
import type { PageContent } from '../layout/document-layout.ts';
import type { MediaType } from './media-type.ts';
import { type Refused, isRefused, refuse } from './refusal.ts';

/** A file's pages as they were read. */
export interface ReadSource {
  readonly mediaType: MediaType;
  readonly pages: readonly PageContent[];
  readonly attachments: readonly Attachment[];
  readonly carried: CarriedInvoice | null;
}

/**
 * Reads a file:
 * 1. its kind, and what it carries, under the limits of `config` ingestion;
 * 2. pages whose image shows more than their text holds are recognised.
 * @throws UnavailableError where recognition is busy
 */
export function readSource(ports: Pick<Ports, 'parser' | 'text' | 'ingestion'>) {
  return async (file: {
    readonly document: DocumentReference;
    readonly name: string;
    readonly bytes: Uint8Array;
  }): Promise<ReadSource | Refused> => {
    const { document, name, bytes } = file;
    const limits = ports.ingestion;
    if (bytes.length === 0) return empty();
    if (bytes.length > limits.maxBytes) return oversized(bytes.length, limits.maxBytes);
    const parsed = await ports.parser.parse({ bytes, name, limits });
    if (isRefused(parsed)) return parsed;
    const { mediaType } = parsed;
    const pages = await recogniseMissing(ports, { document, bytes, mediaType, parsed });
    if (isRefused(pages)) return pages;
    if (pages.every((page) => page.text.trim() === '')) return noText(parsed);
    return { mediaType, pages, attachments: parsed.attachments, carried: parsed.carried };
  };
}

async function recogniseMissing(
  { text }: Pick<Ports, 'text'>,
  source: {
    readonly document: DocumentReference;
    readonly bytes: Uint8Array;
    readonly mediaType: MediaType;
    readonly parsed: ParsedSource;
  },
): Promise<readonly PageContent[] | Refused> {
  const { document, bytes, mediaType, parsed } = source;
  const { pages, pagesToRecognise } = parsed;
  if (pagesToRecognise.length === 0) return pages;
  try {
    const scan = await text.recognise({ document, bytes, mediaType, pages: pagesToRecognise });
    const missing = new Set(pagesToRecognise);
    return pages.map((page, index) => {
      const recognised = missing.has(index + 1) ? scan.pages[index] : undefined;
      return recognised === undefined || saysLess(recognised, page) ? page : recognised;
    });
  } catch (error) {
    if (error instanceof InvalidInputError) return refuse('corrupt', error.message);
    throw error;
  }
}

/** Recognition sees what the text layer says too: where it found less, it failed. */
function saysLess(recognised: PageContent, page: PageContent): boolean {
  const signs = ({ text }: PageContent) => text.replaceAll(/\s/g, '').length;
  return signs(recognised) === 0 || signs(recognised) < signs(page);
}

function empty(): Refused {
  return refuse('empty', 'a document must have content, got 0 bytes; send it again');
}

function oversized(bytes: number, maxBytes: number): Refused {
  return refuse(
    'oversized',
    `a document must have at most ${maxBytes} bytes, got ${bytes}; split it or raise ingestion.maxBytes in config`,
  );
}

function noText({ pagesToRecognise }: ParsedSource): Refused {
  const how = pagesToRecognise.length > 0 ? 'after recognition' : 'in the file';
  return refuse(
    'no-text',
    `a document must have text that can be read, got none ${how}; scan it at 300 dots an inch or send the original`,
  );
}
