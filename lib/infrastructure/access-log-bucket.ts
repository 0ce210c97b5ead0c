import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib/core';
import { Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { acknowledge } from '../shared/acknowledge.ts';
import { emptyOnDelete } from '../shared/empty-on-delete.ts';
import { strataStackOf } from '../shared/strata-stack.ts';

/** Takes the access logs of all other buckets; S3 delivers them to SSE-S3 buckets only. */
export class AccessLogBucket extends Bucket {
  constructor(scope: Construct, id: string) {
    const { profile } = strataStackOf(scope);
    super(scope, id, {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_PREFERRED,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      versioned: true,
      removalPolicy: RemovalPolicy.RETAIN,
      lifecycleRules: [
        {
          expiration: Duration.days(profile.logRetentionDays),
          noncurrentVersionExpiration: Duration.days(1),
          abortIncompleteMultipartUploadAfter: Duration.days(7),
        },
      ],
    });
    acknowledge(
      this,
      'AwsSolutions-S1',
      'This bucket is where the access logs of all other buckets go: logging it to itself would write one log line for every log line, without end.',
    );
    // The library's permission names no account where the logged bucket stands in another stack.
    this.addToResourcePolicy(
      new PolicyStatement({
        sid: 'LogsOfThisAccountOnly',
        effect: Effect.DENY,
        principals: [new ServicePrincipal('logging.s3.amazonaws.com')],
        actions: ['s3:PutObject'],
        resources: [this.arnForObjects('*')],
        conditions: { StringNotEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    if (profile.onDelete === 'destroy') emptyOnDelete(this);
  }
}
