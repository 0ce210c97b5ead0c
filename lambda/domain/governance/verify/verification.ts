import * as z from 'zod';
import { lazily } from '../../../lazily.ts';

/** What is wrong with an entry of the log or a record of the store. */
export interface Finding {
  readonly what:
    | 'altered'
    | 'dropped'
    | 'inserted'
    | 'reordered'
    | 'rewritten'
    | 'unreadable'
    | 'forged'
    | 'removed'
    | 'rolled back';
  /** Such as `entry 12` or `document 4f2e…`. */
  readonly where: string;
  readonly detail: string;
}

/** The newest entry and the tree over all, noted where the log is not. */
export const anchorSchema = lazily(() =>
  z.strictObject({
    tenant: z.string(),
    at: z.string(),
    entries: z.int().min(0),
    /** Hash of the newest entry; 64 zeros where there is none. */
    head: z.string(),
    /** Merkle root over the entries' hashes (RFC 6962). */
    root: z.string(),
  }),
);
export type Anchor = Readonly<z.infer<ReturnType<typeof anchorSchema>>>;

export interface Verification {
  readonly tenant: string;
  readonly entries: number;
  readonly records: number;
  readonly head: string;
  readonly root: string;
  readonly findings: readonly Finding[];
  /** What no check of this kind can tell. */
  readonly cannotTell: readonly string[];
}

/** A record as it stands in the store. */
export interface StoredRecord {
  readonly kind: string;
  readonly id: string;
  readonly value: unknown;
  readonly salt: string;
}
