import { Duration } from 'aws-cdk-lib/core';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { ENV } from '../../lambda/env.ts';
import { StrataBucket } from '../shared/strata-bucket.ts';
import type { StrataFunction } from '../shared/strata-function.ts';
import { strataStackOf } from '../shared/strata-stack.ts';

/** Blobs of documents, `<tenant>/<documentId>/<name>`, and the drop folder `incoming/<tenant>/`. */
export class DocumentStore extends Construct {
  /** Its events are on: rules in upper layers listen to `incoming/`. */
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.bucket = new StrataBucket(this, 'Documents', {
      eventBridgeEnabled: true,
      lifecycleRules: [{ prefix: 'incoming/', expiration: Duration.days(7) }],
    });
  }

  /** Reads any blob; may tell an absent one from a forbidden one. */
  grantRead(fn: StrataFunction): void {
    fn.allow(['s3:GetObject'], [this.bucket.arnForObjects('*')]);
    this.grantList(fn);
  }

  grantReadWrite(fn: StrataFunction): void {
    fn.allow(['s3:GetObject', 's3:PutObject'], [this.bucket.arnForObjects('*')]);
    this.grantList(fn);
  }

  private grantList(fn: StrataFunction): void {
    fn.allow(['s3:ListBucket'], [this.bucket.bucketArn]);
    fn.configure({
      [ENV.documentsBucket]: this.bucket.bucketName,
      [ENV.ingestion]: JSON.stringify(strataStackOf(this).profile.ingestion),
    });
  }
}
