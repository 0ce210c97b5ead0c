import { Construct } from 'constructs';
import type { RecordsTable } from '../data/records-table.ts';
import { StrataFunction } from '../shared/strata-function.ts';

export interface SealedRecordsProps {
  readonly records: RecordsTable;
}

/** Writes every change of the records table into the audit log as the next link of a hash chain. */
export class SealedRecords extends Construct {
  constructor(scope: Construct, id: string, props: SealedRecordsProps) {
    super(scope, id);
    // Shards of the stream are read at once; the log takes each link once, and whoever comes second
    // reads the last one again. No concurrency is reserved: a new account has none to give away.
    props.records.feed(new StrataFunction(this, 'SealRecords', { name: 'seal-records' }));
  }
}
