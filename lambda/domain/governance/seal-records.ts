import { commitment } from '../../content-hash.ts';
import { UnavailableError } from '../../errors.ts';
import { consumer } from '../../step.ts';
import { CHAIN_START, type ChainEntry, chainEntry } from './hash-chain.ts';
import type { RecordChange } from './record-change.ts';

/** The tenant's chain in numbered batches, 1, 2, 3 …; nothing is ever changed or removed. */
export interface SealedLog {
  /** Every batch that is there, ascending, as it was found. */
  read(tenant: string): AsyncIterable<SealedLines>;
  last(tenant: string): Promise<SealedBatch | null>;
  /** False when a batch of that number is there already. */
  append(tenant: string, batch: SealedBatch): Promise<boolean>;
}
/** A batch before anybody has looked at its lines. */
export interface SealedLines {
  readonly number: number;
  readonly lines: readonly string[];
}
export interface SealedBatch {
  readonly number: number;
  readonly entries: readonly ChainEntry[];
}

/** Counters, comparisons and lists of work: none says what was decided about a document. */
export const NOT_SEALED: ReadonlySet<string> = new Set([
  'counter',
  'comparison',
  'open-interaction',
]);
const ATTEMPTS = 5;

/**
 * Adds changes of records to their tenants' hash chains. Of a record the chain keeps a commitment with
 * a salt that the store keeps: once record and salt are erased nothing can be learned from the chain,
 * and it still proves what stands in the store. A batch that is told twice in a row is sealed
 * once; told again later, its entries carry the same ids.
 * @throws UnavailableError when other writers were first at every attempt
 */
export const sealRecords = consumer({
  name: 'seal-records',
  does: 'Seals changes of the records table in the audit log',
  of: null,
  touches: ['sealed.append'],
  timeoutSeconds: 120,
  take: (ports) => async (changes) => {
    const kept = changes.filter(({ kind }) => !NOT_SEALED.has(kind));
    let sealed = 0;
    for (const tenant of new Set(kept.map((change) => change.tenant))) {
      const own = kept.filter((change) => change.tenant === tenant);
      sealed += await sealTenant(ports.sealed, tenant, own);
    }
    return { sealed };
  },
});

async function sealTenant(
  log: Pick<SealedLog, 'last' | 'append'>,
  tenant: string,
  changes: readonly RecordChange[],
): Promise<number> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const last = await log.last(tenant);
    const known = new Set(last?.entries.map(({ id }) => id));
    const entries = chain(
      last?.entries.at(-1),
      changes.filter(({ changeId }) => !known.has(changeId)),
    );
    if (entries.length === 0) return 0;
    if (await log.append(tenant, { number: (last?.number ?? 0) + 1, entries })) {
      return entries.length;
    }
  }
  throw new UnavailableError(`${tenant}: other writers were first ${ATTEMPTS} times; try again`, 5);
}

function chain(last: ChainEntry | undefined, changes: readonly RecordChange[]): ChainEntry[] {
  const entries: ChainEntry[] = [];
  for (const change of changes) {
    const before = entries.at(-1) ?? last;
    entries.push(
      chainEntry({
        sequence: (before?.sequence ?? 0) + 1,
        id: change.changeId,
        at: change.at,
        kind: change.kind,
        detail: detailOf(change),
        previous: before?.hash ?? CHAIN_START,
      }),
    );
  }
  return entries;
}

function detailOf({ recordId, value, salt }: RecordChange): object {
  return { recordId, commitment: value === null ? null : commitment(salt ?? '', value) };
}
