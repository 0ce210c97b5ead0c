import { type SealedLog, sealRecords as sealRecordsOf } from '../domain/governance/seal-records.ts';
import { recordChanges } from './record-changes.ts';

/** Takes batches of the records table's stream; a batch that fails is told again, whole. */
export const sealRecords =
  (ports: { readonly sealed: SealedLog }) =>
  async (event: unknown): Promise<{ readonly sealed: number }> =>
    sealRecordsOf(ports)(recordChanges(event));
