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
    const seal = new StrataFunction(this, 'SealRecords', {
      name: 'seal-records',
      // One writer: two at once would both extend the same last link.
      reservedConcurrency: 1,
    });
    props.records.feed(seal);
  }
}
