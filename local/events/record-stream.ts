import { randomUUID } from 'node:crypto';
import type { RecordChange } from '../../lambda/domain/governance/record-change.ts';
import { type OutcomeLog, withOutcome } from '../../lambda/outcome.ts';
import type { RecordChanges } from '../adapters/record-changes.ts';

/** A consumer on its ports. */
export interface StreamReader {
  readonly name: string;
  /** Kinds whose writes it is told; null: every change. */
  readonly of: readonly string[] | null;
  readonly take: (changes: readonly RecordChange[]) => Promise<unknown>;
}
export interface RecordStream {
  /** Begins to take what is there, and from then on what comes. */
  start(): void;
  /** When every change so far is taken; fails as a reader last failed. */
  settled(): Promise<void>;
  /** Takes no more after what it is at. */
  stop(): Promise<void>;
}

/** A process that dies holds up the others for so long. */
const LEASE_MS = 60_000;

/**
 * The stream of records, as the table's is on AWS: each reader is told every change in order, at least
 * once; a batch that fails is told again, at the next write or start.
 */
export function recordStream(
  records: RecordChanges,
  readers: readonly StreamReader[],
  told: { readonly log: OutcomeLog; readonly now: () => number },
): RecordStream {
  const lease = { holder: randomUUID(), lengthMs: LEASE_MS };
  const dirty = new Set<string>();
  let running: Promise<void> = Promise.resolve();
  let failure: unknown;
  const state = { started: false };
  const wake = () => {
    running = running.then(drain);
  };
  async function drain(): Promise<void> {
    while (state.started && dirty.size > 0) {
      const tenants = [...dirty];
      dirty.clear();
      for (const tenant of tenants) {
        records.enrol(
          tenant,
          readers.map(({ name }) => name),
        );
        for (const reader of readers) await drainOne(tenant, reader);
      }
    }
  }
  async function drainOne(tenant: string, reader: StreamReader): Promise<void> {
    for (;;) {
      const batch = records.next(tenant, reader.name, lease);
      if (batch === null) return;
      if (batch.changes.length === 0) return records.taken(tenant, reader.name, batch.number);
      const wanted = batch.changes.filter((change) => wants(reader, change));
      try {
        if (wanted.length > 0) {
          const about = { what: reader.name, input: { tenant }, log: told.log };
          await withOutcome(about, told.now, () => reader.take(wanted));
        }
        records.taken(tenant, reader.name, batch.number);
      } catch (error) {
        failure = error;
        return;
      }
    }
  }
  return {
    start() {
      state.started = true;
      records.onChange = (tenant) => {
        dirty.add(tenant);
        wake();
      };
      for (const tenant of records.tenants()) dirty.add(tenant);
      wake();
    },
    async settled() {
      failure = undefined;
      for (const tenant of records.tenants()) dirty.add(tenant);
      wake();
      await running;
      if (failure !== undefined) throw failure;
    },
    async stop() {
      records.onChange = () => undefined;
      await running;
      state.started = false;
    },
  };
}

/** As the filter of the table's stream: all changes, or writes of some kinds. */
function wants({ of }: StreamReader, { kind, value }: RecordChange): boolean {
  return of === null || (value !== null && of.includes(kind));
}
