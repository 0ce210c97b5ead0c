import { CustomResource, Duration, Stack } from 'aws-cdk-lib/core';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { StrataFunction } from './strata-function.ts';

const ID = 'BucketCleaner';

/**
 * Empties a stack's buckets before CloudFormation deletes them. The library's own handler is
 * granted `s3:DeleteObject*` and the like; this one names its actions.
 */
export class BucketCleaner extends Construct {
  /** The one cleaner of the construct's stack. */
  static of(scope: Construct): BucketCleaner {
    const stack = Stack.of(scope);
    const existing = stack.node.tryFindChild(ID);
    return existing instanceof BucketCleaner ? existing : new BucketCleaner(stack);
  }

  readonly #function: StrataFunction;

  private constructor(stack: Stack) {
    super(stack, ID);
    this.#function = new StrataFunction(this, 'EmptyBucket', {
      stem: 'empty-bucket',
      description: 'Custom resource: removes every object version before its bucket is deleted',
      timeout: Duration.minutes(15),
    });
  }

  emptyOnDelete(bucket: Bucket): void {
    this.#function.allow(['s3:ListBucketVersions'], [bucket.bucketArn]);
    this.#function.allow(
      ['s3:DeleteObject', 's3:DeleteObjectVersion'],
      [bucket.arnForObjects('*')],
    );
    const emptied = new CustomResource(bucket, 'EmptiedOnDelete', {
      serviceToken: this.#function.function.functionArn,
      resourceType: 'Custom::EmptiedOnDelete',
      properties: { Bucket: bucket.bucketName },
    });
    emptied.node.addDependency(this.#function);
  }
}
