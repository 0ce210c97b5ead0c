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
      name: 'recheck-compliance',
    });
    data.records.feed(recheck);
  }
}
