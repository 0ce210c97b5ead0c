import { Duration } from 'aws-cdk-lib/core';
import { CfnBucket } from 'aws-cdk-lib/aws-s3';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { ENV } from '../../lambda/env.ts';
import { ObjectAccess } from '../shared/object-access.ts';
import { StrataBucket } from '../shared/strata-bucket.ts';
import type { StrataFunction } from '../shared/strata-function.ts';
import { strataStackOf } from '../shared/strata-stack.ts';

/** Blobs of documents, `<tenant>/<documentId>/<name>`, and the drop folder `incoming/<tenant>/`. */
export class DocumentStore extends Construct {
  /** Its events are on: rules in upper layers listen to `incoming/`. */
  readonly bucket: Bucket;
  readonly #read: ObjectAccess;
  readonly #readWrite: ObjectAccess;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.bucket = new StrataBucket(this, 'Documents', {
      lifecycleRules: [{ prefix: 'incoming/', expiration: Duration.days(7) }],
    });
    // The library's `eventBridgeEnabled` brings a custom resource with rights on every bucket.
    const resource = this.bucket.node.defaultChild;
    if (resource instanceof CfnBucket) {
      resource.notificationConfiguration = {
        eventBridgeConfiguration: { eventBridgeEnabled: true },
      };
    }
    const common = { bucket: this.bucket, keys: '<tenant>/<hash of the document>/<blob>' };
    this.#read = new ObjectAccess(this, 'Read', { ...common, actions: ['s3:GetObject'] });
    this.#readWrite = new ObjectAccess(this, 'ReadWrite', {
      ...common,
      actions: ['s3:GetObject', 's3:PutObject'],
    });
  }

  /** Reads any blob; may tell an absent one from a forbidden one. */
  grantRead(fn: StrataFunction): void {
    this.grant(fn, this.#read);
  }

  grantReadWrite(fn: StrataFunction): void {
    this.grant(fn, this.#readWrite);
  }

  private grant(fn: StrataFunction, access: ObjectAccess): void {
    fn.role.addManagedPolicy(access);
    fn.configure({
      [ENV.documentsBucket]: this.bucket.bucketName,
      [ENV.ingestion]: JSON.stringify(strataStackOf(this).profile.ingestion),
    });
  }
}
