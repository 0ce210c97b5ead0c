import { Duration, RemovalPolicy } from 'aws-cdk-lib/core';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import type { BucketProps } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { emptyOnDelete } from './empty-on-delete.ts';
import { strataStackOf } from './strata-stack.ts';

/** Old versions are for mistakes noticed within a month. */
const OLD_VERSIONS = Duration.days(30);

/** A private, versioned, TLS-only bucket with access logs; emptied on delete where all goes. */
export class StrataBucket extends Bucket {
  constructor(scope: Construct, id: string, props: BucketProps = {}) {
    const { profile, foundation } = strataStackOf(scope);
    super(scope, id, {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      versioned: true,
      ...(foundation.key
        ? {
            encryption: BucketEncryption.KMS,
            encryptionKey: foundation.key,
            bucketKeyEnabled: true,
          }
        : { encryption: BucketEncryption.S3_MANAGED }),
      serverAccessLogsBucket: foundation.accessLogs,
      serverAccessLogsPrefix: `${id.toLowerCase()}/`,
      removalPolicy: RemovalPolicy.RETAIN,
      ...props,
      lifecycleRules: [
        {
          noncurrentVersionExpiration: OLD_VERSIONS,
          abortIncompleteMultipartUploadAfter: Duration.days(7),
        },
        ...(props.lifecycleRules ?? []),
      ],
    });
    if (profile.onDelete === 'destroy') emptyOnDelete(this);
  }
}
