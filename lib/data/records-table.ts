import { RemovalPolicy, Tags } from 'aws-cdk-lib/core';
import {
  AttributeType,
  Billing,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Construct } from 'constructs';
import type { Action } from '../../lambda/capabilities.ts';
import { ENV } from '../../lambda/env.ts';
import type { StrataFunction } from '../shared/strata-function.ts';
import { strataStackOf } from '../shared/strata-stack.ts';

/**
 * Results, interactions, reviews, feedback, switches and counters: `pk` is `<tenant>#<kind>`,
 * `sk` the id, `expiresAt` (seconds) removes counters. Its stream is what governance seals.
 */
export class RecordsTable extends Construct {
  readonly table: TableV2;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const { foundation, profile } = strataStackOf(this);
    this.table = new TableV2(this, 'Records', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      timeToLiveAttribute: 'expiresAt',
      billing: Billing.onDemand(),
      dynamoStream: StreamViewType.NEW_AND_OLD_IMAGES,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: profile.onDelete === 'retain-stateful',
      encryption: foundation.key
        ? TableEncryptionV2.customerManagedKey(foundation.key)
        : TableEncryptionV2.dynamoOwnedKey(),
      removalPolicy: RemovalPolicy.RETAIN,
    });
    Tags.of(this.table).add('strata:role', 'records');
    this.offer('records.read', ['dynamodb:GetItem', 'dynamodb:Query']);
    this.offer('records.write', ['dynamodb:PutItem']);
    this.offer('records.count', ['dynamodb:UpdateItem']);
    this.offer('records.remove', ['dynamodb:DeleteItem']);
  }

  /**
   * Feeds changes, in order, to a consumer; what cannot be taken goes to its dead letters. All
   * changes, or writes of records of the kinds that it declares. DynamoDB advises two readers of a stream at most:
   * governance seals, orchestration judges again.
   */
  feed(fn: StrataFunction): void {
    const kinds = fn.declared.of ?? [];
    const { tableStreamArn } = this.table;
    if (!tableStreamArn) return;
    fn.function.addEventSource(
      new DynamoEventSource(this.table, {
        startingPosition: StartingPosition.TRIM_HORIZON,
        batchSize: 100,
        bisectBatchOnError: true,
        retryAttempts: 10,
        reportBatchItemFailures: true,
        onFailure: new SqsDlq(strataStackOf(fn).deadLetters),
        filters:
          kinds.length === 0
            ? [FilterCriteria.filter({ eventName: FilterRule.or('INSERT', 'MODIFY', 'REMOVE') })]
            : kinds.map(writesOf),
      }),
    );
  }

  /** A kind stands in the partition key, `<tenant>#<kind>`: IAM can tell it apart. */
  private offer(action: Action, actions: readonly string[]): void {
    strataStackOf(this).foundation.grants.offer(action, (fn, kinds) => {
      fn.allow(actions, [this.table.tableArn], {
        'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': kinds.map((kind) => `*#${kind}`) },
      });
      fn.configure({ [ENV.recordsTable]: this.table.tableName });
    });
  }
}

/** `pk` is `<tenant>#<kind>`. */
function writesOf(kind: string) {
  return FilterCriteria.filter({
    eventName: FilterRule.or('INSERT', 'MODIFY'),
    dynamodb: { Keys: { pk: { S: [{ suffix: `#${kind}` }] } } },
  });
}
