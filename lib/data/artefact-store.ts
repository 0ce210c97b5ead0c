import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { ENV } from '../../lambda/env.ts';
import { ObjectAccess } from '../shared/object-access.ts';
import { PublishedFiles } from '../shared/published-files.ts';
import { StrataBucket } from '../shared/strata-bucket.ts';
import type { StrataFunction } from '../shared/strata-function.ts';

/** Data sets with their manifests, model bundles, retrieval expansions: named by content hash. */
export class ArtefactStore extends Construct {
  readonly bucket: Bucket;
  /** Also for SageMaker's own containers: they read data sets and write models. */
  readonly readWrite: ObjectAccess;
  readonly #read: ObjectAccess;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.bucket = new StrataBucket(this, 'Artefacts');
    PublishedFiles.admit(this.bucket, 'models/');
    const common = { bucket: this.bucket, keys: 'named by the content hash of what they hold' };
    this.#read = new ObjectAccess(this, 'Read', { ...common, actions: ['s3:GetObject'] });
    this.readWrite = new ObjectAccess(this, 'ReadWrite', {
      ...common,
      actions: ['s3:GetObject', 's3:PutObject'],
    });
  }

  grantRead(fn: StrataFunction): void {
    this.grant(fn, this.#read);
  }

  grantReadWrite(fn: StrataFunction): void {
    this.grant(fn, this.readWrite);
  }

  private grant(fn: StrataFunction, access: ObjectAccess): void {
    fn.role.addManagedPolicy(access);
    fn.configure({ [ENV.artefactsBucket]: this.bucket.bucketName });
  }
}
