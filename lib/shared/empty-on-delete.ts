import { CustomResource } from 'aws-cdk-lib/core';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { strataStackOf } from './strata-stack.ts';

/**
 * Empties the bucket before CloudFormation deletes it. The library's own handler is granted
 * `s3:DeleteObject*` and the like; here the bucket's policy names three actions.
 */
export function emptyOnDelete(bucket: Bucket): void {
  const { emptyBucket } = strataStackOf(bucket).foundation;
  bucket.addToResourcePolicy(
    new PolicyStatement({
      sid: 'EmptiedOnDelete',
      principals: [emptyBucket.role],
      actions: ['s3:ListBucketVersions', 's3:DeleteObject', 's3:DeleteObjectVersion'],
      resources: [bucket.bucketArn, bucket.arnForObjects('*')],
    }),
  );
  const emptied = new CustomResource(bucket, 'EmptiedOnDelete', {
    serviceToken: emptyBucket.function.functionArn,
    resourceType: 'Custom::EmptiedOnDelete',
    properties: { Bucket: bucket.bucketName },
  });
  if (bucket.policy) emptied.node.addDependency(bucket.policy);
}
