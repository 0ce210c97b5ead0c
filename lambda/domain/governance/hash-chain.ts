import * as z from 'zod';
import { contentHash } from '../../content-hash.ts';

export interface ChainEntry {
  /** 1, 2, 3 … without gaps. */
  readonly sequence: number;
  readonly id: string;
  readonly at: string;
  readonly kind: string;
  readonly detail: unknown;
  /** Hash of the entry before; 64 zeros for the first. */
  readonly previous: string;
  /** `contentHash` of this entry's other values, in the order above. */
  readonly hash: string;
}

/** What a line of a log must be before its hashes are looked at. */
export const chainEntrySchema: z.ZodType<ChainEntry> = /* @__PURE__ */ z.strictObject({
  sequence: z.int().min(1),
  id: z.string(),
  at: z.string(),
  kind: z.string(),
  detail: z.unknown(),
  previous: z.string(),
  hash: z.string(),
});

export const CHAIN_START = '0'.repeat(64);

/** The next entry of a chain; changing any earlier entry changes every later hash. */
export function chainEntry(entry: Omit<ChainEntry, 'hash'>): ChainEntry {
  return { ...entry, hash: hashOf(entry) };
}

/** The newest entry that was written, noted where the log is not. */
export interface ChainHead {
  readonly sequence: number;
  readonly hash: string;
}

/**
 * Null for an unbroken chain, else the first sequence number that is wrong, and why. Links alone
 * cannot show that the newest entries were cut off: a `head` can.
 */
export function verifyChain(
  entries: readonly ChainEntry[],
  head: ChainHead | null = null,
): { readonly sequence: number; readonly problem: string } | null {
  let previous = CHAIN_START;
  for (const [at, entry] of entries.entries()) {
    const sequence = at + 1;
    if (entry.sequence !== sequence) return { sequence, problem: 'an entry is missing or moved' };
    if (entry.previous !== previous)
      return { sequence, problem: 'it does not follow the entry before' };
    if (entry.hash !== hashOf(entry)) return { sequence, problem: 'it was altered' };
    previous = entry.hash;
  }
  if (head === null || entries[head.sequence - 1]?.hash === head.hash) return null;
  return { sequence: head.sequence, problem: 'the end was cut off or written anew' };
}

function hashOf(entry: Omit<ChainEntry, 'hash'>): string {
  const { sequence, id, at, kind, detail, previous } = entry;
  return contentHash([sequence, id, at, kind, detail, previous]);
}
