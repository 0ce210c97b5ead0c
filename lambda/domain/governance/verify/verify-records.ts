import * as z from 'zod';
import { commitment, contentHash } from '../../../content-hash.ts';
import { lazily } from '../../../lazily.ts';
import type { ChainEntry } from '../hash-chain.ts';
import type { Finding, StoredRecord } from './verification.ts';

/** What an entry says of a record: today's form, then those of older versions. */
const detailSchema = lazily(() =>
  z.union([
    z.strictObject({ recordId: z.string(), commitment: z.string().nullable() }),
    z.strictObject({ recordId: z.string(), recordHash: z.string().nullable() }),
    z.strictObject({ recordId: z.string(), value: z.unknown() }),
  ]),
);
type Detail = z.infer<ReturnType<typeof detailSchema>>;

interface History {
  readonly kind: string;
  readonly id: string;
  readonly details: Detail[];
  last: number;
}

/** Compares the store with what the log says last of each record: altered, removed, forged, rolled back. */
export function verifyRecords(
  entries: readonly ChainEntry[],
  records: readonly StoredRecord[],
): readonly Finding[] {
  const histories = historiesOf(entries);
  const findings: Finding[] = [];
  const stored = new Set<string>();
  for (const record of records) {
    const { kind, id } = record;
    stored.add(keyOf(kind, id));
    const where = `${kind} ${id}`;
    const history = histories.get(keyOf(kind, id));
    const latest = history?.details.at(-1);
    if (history === undefined || latest === undefined) {
      findings.push({ what: 'forged', where, detail: 'no entry of the log tells of it' });
    } else if (isRemoval(latest)) {
      const detail = `entry ${history.last} says that it was removed`;
      findings.push({ what: 'forged', where, detail });
    } else if (!says(latest, record)) {
      const isEarlier = history.details.some((one) => !isRemoval(one) && says(one, record));
      findings.push(
        isEarlier
          ? { what: 'rolled back', where, detail: `it stands as before entry ${history.last}` }
          : { what: 'altered', where, detail: `it is not what entry ${history.last} says` },
      );
    }
  }
  for (const { kind, id, details, last } of histories.values()) {
    const latest = details.at(-1);
    if (latest === undefined || isRemoval(latest) || stored.has(keyOf(kind, id))) continue;
    const detail = `entry ${last} says that it is there, and no entry that it was removed`;
    findings.push({ what: 'removed', where: `${kind} ${id}`, detail });
  }
  return findings;
}

function historiesOf(entries: readonly ChainEntry[]): ReadonlyMap<string, History> {
  const histories = new Map<string, History>();
  for (const { kind, sequence, detail } of entries) {
    const parsed = detailSchema().safeParse(detail);
    if (!parsed.success) continue;
    const id = parsed.data.recordId;
    const history = histories.get(keyOf(kind, id)) ?? { kind, id, details: [], last: 0 };
    history.details.push(parsed.data);
    history.last = sequence;
    histories.set(keyOf(kind, id), history);
  }
  return histories;
}

function isRemoval(detail: Detail): boolean {
  if ('commitment' in detail) return detail.commitment === null;
  return 'recordHash' in detail ? detail.recordHash === null : detail.value === null;
}

function says(detail: Detail, { value, salt }: StoredRecord): boolean {
  if ('commitment' in detail) return detail.commitment === commitment(salt, value);
  if ('recordHash' in detail) return detail.recordHash === contentHash(value);
  return contentHash(detail.value) === contentHash(value);
}

function keyOf(kind: string, id: string): string {
  return `${kind}\n${id}`;
}
