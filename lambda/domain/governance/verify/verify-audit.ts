import type { RecordKind, RecordsRead } from '../../../store-ports.ts';
import { CHAIN_START } from '../hash-chain.ts';
import { NOT_SEALED, type SealedLines, type SealedLog } from '../seal-records.ts';
import { merkleRoot } from './merkle-tree.ts';
import type { Anchor, StoredRecord, Verification } from './verification.ts';
import { readLog, verifyAnchor, verifyEntries } from './verify-log.ts';
import { verifyRecords } from './verify-records.ts';

export interface AuditStores<K extends RecordKind> {
  readonly records: RecordsRead<K>;
  readonly sealed: Pick<SealedLog, 'read'>;
  /** Every kind of record that there is. */
  readonly kinds: readonly K[];
}

const PAGE = 200;
const WITHOUT_ANCHOR =
  'whether the newest entries were cut off, or log and store were both written anew by who may write ' +
  'both: keep a head elsewhere (strata audit anchor --out FILE) and verify against it (--anchor FILE)';
const NEVER =
  'whether what the product was given to record was true when it was given; and what a person with the ' +
  "product's own rights made it write";

/** Verifies the log of a tenant, and the store against it. */
export function verifyAudit<K extends RecordKind>(stores: AuditStores<K>) {
  return async (tenant: string, anchor: Anchor | null): Promise<Verification> => {
    const batches: SealedLines[] = [];
    for await (const batch of stores.sealed.read(tenant)) batches.push(batch);
    const { entries, findings } = readLog(batches);
    const records = await readRecords(stores, tenant);
    return {
      tenant,
      entries: entries.length,
      records: records.length,
      head: entries.at(-1)?.hash ?? CHAIN_START,
      root: merkleRoot(entries.map(({ hash }) => hash)),
      findings: [
        ...findings,
        ...verifyEntries(entries),
        ...(anchor === null ? [] : verifyAnchor(entries, anchor)),
        ...verifyRecords(entries, records),
      ],
      cannotTell: anchor === null ? [WITHOUT_ANCHOR, NEVER] : [NEVER],
    };
  };
}

/** All records of a tenant that the log is to tell of. */
export async function readRecords<K extends RecordKind>(
  { records, kinds }: Pick<AuditStores<K>, 'records' | 'kinds'>,
  tenant: string,
): Promise<readonly StoredRecord[]> {
  const found: StoredRecord[] = [];
  for (const kind of kinds.filter((one) => !NOT_SEALED.has(one))) {
    let after: string | undefined;
    do {
      const next = after === undefined ? {} : { after };
      const page = await records.list({ tenant, kind, limit: PAGE, ...next });
      found.push(...page.items.map((item) => ({ kind, ...item })));
      after = page.next;
    } while (after !== undefined);
  }
  return found;
}
