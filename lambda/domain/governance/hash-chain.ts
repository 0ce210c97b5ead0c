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

function hashOf(entry: Omit<ChainEntry, 'hash'>): string {
  const { sequence, id, at, kind, detail, previous } = entry;
  return contentHash([sequence, id, at, kind, detail, previous]);
}
