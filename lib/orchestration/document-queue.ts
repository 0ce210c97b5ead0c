import { Duration, Tags } from 'aws-cdk-lib/core';
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { ENV } from '../../lambda/env.ts';
import { acknowledge } from '../shared/acknowledge.ts';
import { StrataFunction } from '../shared/strata-function.ts';
import { strataStackOf } from '../shared/strata-stack.ts';

/** A flow that runs longer than a function waits is looked at again: an hour and a quarter in all. */
const RECEIVES = 5;
/** What waits so long was not a burst: the limit is too low for what comes in. */
const LONGEST_WAIT = Duration.hours(6);

/**
 * Between whatever starts a document flow and its execution: as many flows run at once as
 * `quotas.documentsAtOnce`, the others wait here and none is lost.
 */
export class DocumentQueue extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const stack = strataStackOf(this);
    const { key, grants } = stack.foundation;
    const follow = new StrataFunction(this, 'FollowDocument', { name: 'follow-document' });
    this.queue = new Queue(this, 'Queue', {
      retentionPeriod: Duration.days(14),
      // Longer than the function, or a message would be taken twice at once.
      visibilityTimeout: Duration.seconds(follow.declared.timeoutSeconds + 60),
      enforceSSL: true,
      deadLetterQueue: { queue: stack.deadLetters, maxReceiveCount: RECEIVES },
      ...(key
        ? { encryption: QueueEncryption.KMS, encryptionMasterKey: key }
        : { encryption: QueueEncryption.SQS_MANAGED }),
    });
    Tags.of(this.queue).add('strata:role', 'document-queue');
    const taken = new EventSourceMapping(this, 'Taken', {
      target: follow.function,
      eventSourceArn: this.queue.queueArn,
      batchSize: 1,
      maxConcurrency: stack.profile.quotas.documentsAtOnce,
      reportBatchItemFailures: true,
    });
    acknowledge(
      taken,
      'Serverless-LambdaEventSourceMappingDestination',
      'A queue as the source takes no destination for failures (Lambda Developer Guide, Amazon SQS): what was received too often goes to the dead-letter queue that the source itself names, and its first message raises an alarm.',
    );
    follow.allow(
      [
        'sqs:ReceiveMessage',
        'sqs:ChangeMessageVisibility',
        'sqs:DeleteMessage',
        'sqs:GetQueueAttributes',
      ],
      [this.queue.queueArn],
    );
    this.tellLongWaits();
    grants.offer('flows.start', (fn) => {
      fn.allow(['sqs:SendMessage'], [this.queue.queueArn]);
      fn.configure({ [ENV.documentQueueArn]: this.queue.queueArn });
    });
  }

  /** A student sees it in the console; an alarm would cost more than all the rest while idle. */
  private tellLongWaits(): void {
    const stack = strataStackOf(this);
    if (stack.profile.env === 'student') return;
    stack.alarmAbove(
      this,
      'WaitingAlarm',
      this.queue.metricApproximateAgeOfOldestMessage({ period: Duration.minutes(15) }),
      LONGEST_WAIT.toSeconds(),
      'Documents wait for hours until their flow begins',
    );
  }
}
