import { Duration, Stack } from 'aws-cdk-lib/core';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { acknowledge } from '../shared/acknowledge.ts';

export interface DeadLetterQueueProps {
  /** Must admit events. @default the queue service's own key */
  readonly key?: IKey | undefined;
}

/** Keeps 14 days what functions and rules of all layers gave up on, with the sender's ARN. */
export class DeadLetterQueue extends Queue {
  constructor(scope: Construct, id: string, { key }: DeadLetterQueueProps) {
    super(scope, id, {
      retentionPeriod: Duration.days(14),
      enforceSSL: true,
      ...(key
        ? { encryption: QueueEncryption.KMS, encryptionMasterKey: key }
        : { encryption: QueueEncryption.SQS_MANAGED }),
    });
    this.addToResourcePolicy(
      new PolicyStatement({
        sid: 'RulesOfThisAccountSend',
        principals: [new ServicePrincipal('events.amazonaws.com')],
        actions: ['sqs:SendMessage'],
        resources: [this.queueArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    acknowledge(
      this,
      'Serverless-SQSRedrivePolicy',
      'This queue is itself the dead-letter queue of every function and rule: nothing reads it automatically, so there is no failed receive to move on. Its first message raises an alarm.',
    );
  }
}
