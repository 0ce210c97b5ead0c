import type { IngestionLimits } from '../../../config/schema.ts';
import type { CarriedInvoice, DocumentReference } from './document.ts';
import type { MediaType } from './media-type.ts';
import type { Refused } from './refusal.ts';
import type { PageContent } from '../layout/document-layout.ts';

/** A file within the file. */
export interface Attachment {
  readonly name: string;
  /** As the file declares it; null where it does not. */
  readonly mediaType: string | null;
  readonly bytes: Uint8Array;
}

/** What a parser makes of a file. */
export interface ParsedSource {
  /** What the file is, by its bytes. */
  readonly mediaType: MediaType;
  /** A file without pages is one. Empty where a page must be recognised. */
  readonly pages: readonly PageContent[];
  /** Numbers, from 1, of the pages whose image shows more than their text holds. */
  readonly pagesToRecognise: readonly number[];
  readonly attachments: readonly Attachment[];
  /** The e-invoice that it is or carries; null without one. */
  readonly carried: CarriedInvoice | null;
}

/** What is known of a file besides its kind. */
export type ParsedPages = Omit<ParsedSource, 'mediaType' | 'carried'>;

/** Reads what a file carries, in a thread that can be ended: too much time or memory is a refusal. */
export interface Parser {
  parse(file: {
    readonly bytes: Uint8Array;
    /** Its extension claims a kind: another one under it is refused. */
    readonly name: string;
    readonly limits: IngestionLimits;
  }): Promise<ParsedSource | Refused>;
}

/** Pages of a file that recognition is asked for. */
export interface Scan {
  readonly document: DocumentReference;
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** Numbers, from 1, of the pages that matter; others may come back empty or not at all. */
  readonly pages: readonly number[];
}

/** What a parser may spend, and where it says that it goes on. */
export interface ParsingLimits extends IngestionLimits {
  /** After each page: whoever waits may end a parser that falls silent. */
  readonly onPage?: (page: number) => void;
}

/**
 * Bytes that a file may unfold to: `maxExpansion` times its size, at least 16 MB (small files
 * compress well: a page of spaces 1,000 times) and at most four times `maxBytes`.
 */
export function expandedBytesAllowed(bytes: number, limits: IngestionLimits): number {
  return Math.min(Math.max(bytes * limits.maxExpansion, 16_000_000), limits.maxBytes * 4);
}
