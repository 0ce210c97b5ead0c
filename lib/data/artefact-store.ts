import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { ENV } from '../../lambda/env.ts';
import { StrataBucket } from '../shared/strata-bucket.ts';
import type { StrataFunction } from '../shared/strata-function.ts';

/** Data sets with their manifests, model bundles, retrieval expansions: named by content hash. */
export class ArtefactStore extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.bucket = new StrataBucket(this, 'Artefacts');
  }

  grantRead(fn: StrataFunction): void {
    this.grant(fn, ['s3:GetObject']);
  }

  grantReadWrite(fn: StrataFunction): void {
    this.grant(fn, ['s3:GetObject', 's3:PutObject']);
  }

  private grant(fn: StrataFunction, actions: readonly string[]): void {
    fn.allow(actions, [this.bucket.arnForObjects('*')]);
    fn.allow(['s3:ListBucket'], [this.bucket.bucketArn]);
    fn.configure({ [ENV.artefactsBucket]: this.bucket.bucketName });
  }
}
