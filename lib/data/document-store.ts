import { Duration } from 'aws-cdk-lib/core';
import { CfnBucket } from 'aws-cdk-lib/aws-s3';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { ENV } from '../../lambda/env.ts';
import { ObjectAccess } from '../shared/object-access.ts';
import { StrataBucket } from '../shared/strata-bucket.ts';
import type { StrataFunction } from '../shared/strata-function.ts';
import { strataStackOf } from '../shared/strata-stack.ts';

/** `read-document` parses the source; the other two only ask whether it is there. */
const SOURCE_READERS = ['read-document', 'receive-document', 'documents-api'];

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
    this.keepSources();
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

  /** The bytes as they came, also of refused documents: nothing reads them but what must. */
  private keepSources(): void {
    this.bucket.addToResourcePolicy(
      new PolicyStatement({
        sid: 'SourcesAreQuarantined',
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: ['s3:GetObject', 's3:GetObjectVersion'],
        resources: [this.bucket.arnForObjects('*/*/source')],
        // The functions stand in upper layers: their roles are known by the tag, not by name.
        // Textract reads scans on behalf of `read-document`, which alone may ask it to.
        conditions: {
          StringNotEquals: { 'aws:PrincipalTag/strata:stem': [...SOURCE_READERS] },
          Bool: { 'aws:ViaAWSService': 'false' },
        },
      }),
    );
  }

  private grant(fn: StrataFunction, access: ObjectAccess): void {
    fn.role.addManagedPolicy(access);
    fn.configure({
      [ENV.documentsBucket]: this.bucket.bucketName,
      [ENV.ingestion]: JSON.stringify(strataStackOf(this).profile.ingestion),
    });
  }
}
