import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { DataStack } from '../data/data-stack.ts';
import { StrataFunction } from '../shared/strata-function.ts';

export interface WaitingDocumentsProps {
  readonly data: DataStack;
}

/** Judges invoices again when the purchase order that they wait for is recorded. */
export class WaitingDocuments extends Construct {
  constructor(scope: Construct, id: string, { data }: WaitingDocumentsProps) {
    super(scope, id);
    const recheck = new StrataFunction(this, 'RecheckCompliance', {
      stem: 'recheck-compliance',
      description: 'Judges documents again when what they wait for comes',
      timeout: Duration.minutes(2),
    });
    data.documents.grantRead(recheck);
    data.records.grantReadWrite(recheck);
    data.records.feed(recheck, ['document', 'purchase-order']);
  }
}
