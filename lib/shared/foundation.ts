import type { ISecurityGroup, IVpc } from 'aws-cdk-lib/aws-ec2';
import type { IManagedPolicy } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Grants } from './grants.ts';
import type { StrataFunction } from './strata-function.ts';

/** What the infrastructure layer gives to every layer above it. */
export interface Foundation {
  /** Encrypts data, logs and queues; absent where AWS-owned keys do. */
  readonly key?: IKey | undefined;
  /** What every function may do: send traces, attach to the network. */
  readonly functionBasics: IManagedPolicy;
  /** What constructs so far offer to functions. */
  readonly grants: Grants;
  readonly alarmTopic: ITopic;
  /** Events that a function gave up on. */
  readonly deadLetters: IQueue;
  /** Takes the server access logs of every bucket. */
  readonly accessLogs: IBucket;
  /** Present where functions run in private subnets. */
  readonly network?: PrivateNetwork | undefined;
  /** Custom resource that empties buckets; each bucket's own policy admits it. */
  readonly emptyBucket: StrataFunction;
  /** Custom resource that copies files to buckets; each bucket's own policy admits it. */
  readonly publishFiles: StrataFunction;
}

export interface PrivateNetwork {
  readonly vpc: IVpc;
  readonly functions: ISecurityGroup;
  /** Interface endpoint `aoss-data`, which the collection's network policy admits. */
  readonly vectorsEndpointId: string;
}
