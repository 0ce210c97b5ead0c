import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { RecordsTable } from '../data/records-table.ts';
import { StrataFunction } from '../shared/strata-function.ts';
import type { AuditLog } from './audit-log.ts';

export interface SealedRecordsProps {
  readonly records: RecordsTable;
  readonly audit: AuditLog;
}

/** Writes every change of the records table into the audit log as the next link of a hash chain. */
export class SealedRecords extends Construct {
  constructor(scope: Construct, id: string, props: SealedRecordsProps) {
    super(scope, id);
    const seal = new StrataFunction(this, 'SealRecords', {
      stem: 'seal-records',
      description: 'Seals changes of the records table in the audit log',
      timeout: Duration.minutes(2),
      // One writer: two at once would both extend the same last link.
      reservedConcurrency: 1,
    });
    props.records.feed(seal);
    props.records.grantRead(seal);
    props.audit.grantSeal(seal);
  }
}
