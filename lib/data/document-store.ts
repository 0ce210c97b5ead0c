import { Duration } from 'aws-cdk-lib/core';
import { CfnBucket, HttpMethods } from 'aws-cdk-lib/aws-s3';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { AnyPrincipal, Effect, ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { Action } from '../../lambda/capabilities.ts';
import { ENV } from '../../lambda/env.ts';
import { acknowledgePatterns } from '../shared/acknowledge.ts';
import { ObjectAccess } from '../shared/object-access.ts';
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
      lifecycleRules: [{ prefix: 'incoming/', expiration: Duration.days(7) }],
      // A link's right is in its signature, and no cookie goes with it: any page that holds one may use
      // it. The console's own address lies in a layer above.
      cors: [
        {
          allowedOrigins: ['*'],
          allowedMethods: [HttpMethods.PUT],
          allowedHeaders: ['content-type'],
          maxAge: 3_600,
        },
      ],
    });
    // The library's `eventBridgeEnabled` brings a custom resource with rights on every bucket.
    const resource = this.bucket.node.defaultChild;
    if (resource instanceof CfnBucket) {
      resource.notificationConfiguration = {
        eventBridgeConfiguration: { eventBridgeEnabled: true },
      };
    }
    this.keepSources();
    const access = new ObjectAccess(this, 'Access', {
      bucket: this.bucket,
    });
    const { grants } = strataStackOf(this).foundation;
    const offer = (action: Action, s3: 's3:GetObject' | 's3:PutObject') =>
      grants.offer(action, (fn, blobs) => {
        for (const blob of blobs) fn.role.addManagedPolicy(access.policy(s3, `*/*/${blob}`));
        this.name(fn);
      });
    offer('documents.read', 's3:GetObject');
    offer('documents.write', 's3:PutObject');
    grants.offer('documents.remove', (fn) => {
      fn.role.addManagedPolicy(access.policy('s3:DeleteObjectVersion', '*/*/*'));
      this.name(fn);
    });
    grants.offer('dropped', (fn) => {
      fn.role.addManagedPolicy(access.policy('s3:GetObject', 'incoming/*'));
      fn.role.addManagedPolicy(access.policy('s3:DeleteObjectVersion', 'incoming/*/_upload/*'));
      this.name(fn);
    });
    // A link may what its signer may.
    grants.offer('uploadLinks', (fn) => {
      fn.role.addManagedPolicy(access.policy('s3:PutObject', 'incoming/*/_upload/*'));
      this.name(fn);
    });
  }

  /** Where browsers send files: `https://…`. */
  get address(): string {
    return `https://${this.bucket.bucketRegionalDomainName}`;
  }

  /** Lists and deletes every version of what lies below a prefix, and reads nothing. */
  removal(prefix: string): ManagedPolicy {
    const objects = this.bucket.arnForObjects(`${prefix}*`);
    const policy = new ManagedPolicy(this, `Remove${prefix.replaceAll(/\W/g, '')}`, {
      description: `Deletes ${prefix}* of ${this.bucket.node.id}`,
      statements: [
        new PolicyStatement({
          actions: ['s3:DeleteObject', 's3:DeleteObjectVersion'],
          resources: [objects],
        }),
        new PolicyStatement({
          actions: ['s3:ListBucketVersions'],
          resources: [this.bucket.bucketArn],
          conditions: { StringEquals: { 's3:prefix': prefix } },
        }),
      ],
    });
    acknowledgePatterns(
      policy,
      [objects],
      'Keys are made of content hashes that come while the product runs. The pattern stays below one prefix of one bucket, and the actions delete only.',
    );
    return policy;
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
          StringNotEquals: { 'aws:PrincipalTag/strata:stem': this.sourceReaders() },
          Bool: { 'aws:ViaAWSService': 'false' },
        },
      }),
    );
  }

  private sourceReaders(): string[] {
    return strataStackOf(this)
      .assets.steps.all.filter(({ granted }) => granted.includes('documents.read:source'))
      .map(({ name }) => name);
  }

  private name(fn: StrataFunction): void {
    fn.configure({ [ENV.documentsBucket]: this.bucket.bucketName });
  }
}
