import type { IngestionLimits } from '../../../config/schema.ts';

/** What a parser makes of a file. */
export interface ParsedSource {
  /** Text of each page; a file without pages is one. Empty where a page must be recognised. */
  readonly pages: readonly string[];
  /** Numbers, from 1, of the pages that carry no text of their own. */
  readonly pagesWithoutText: readonly number[];
}

/** What a parser may spend. */
export interface ParsingLimits extends IngestionLimits {
  /** Milliseconds since the epoch. */
  now(): number;
}

/**
 * Bytes that a file may unfold to: `maxExpansion` times its size, at least 16 MB (small files
 * compress well: a page of spaces 1,000 times) and at most four times `maxBytes`.
 */
export function expandedBytesAllowed(bytes: number, limits: IngestionLimits): number {
  return Math.min(Math.max(bytes * limits.maxExpansion, 16_000_000), limits.maxBytes * 4);
}
