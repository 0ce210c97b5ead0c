import { ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { acknowledgePatterns } from './acknowledge.ts';

export interface ObjectAccessProps {
  readonly bucket: Bucket;
  readonly actions: readonly ('s3:GetObject' | 's3:PutObject')[];
  /** What the keys are made of, for the auditor. */
  readonly keys: string;
}

/** Rights on a bucket's objects, in one policy that all its grantees share. */
export class ObjectAccess extends ManagedPolicy {
  constructor(scope: Construct, id: string, props: ObjectAccessProps) {
    const { bucket, actions } = props;
    super(scope, id, {
      description: `${actions.join(', ')} on ${bucket.node.id}`,
      statements: [
        new PolicyStatement({ actions: [...actions], resources: [bucket.arnForObjects('*')] }),
        // Without it an absent object looks like a forbidden one.
        new PolicyStatement({ actions: ['s3:ListBucket'], resources: [bucket.bucketArn] }),
      ],
    });
    acknowledgePatterns(
      this,
      [bucket.arnForObjects('*')],
      `Keys are ${props.keys}, made while the product runs: the objects cannot be named beforehand. The pattern stays inside one bucket of one environment, and the actions are exactly ${actions.join(' and ')}.`,
    );
  }
}
