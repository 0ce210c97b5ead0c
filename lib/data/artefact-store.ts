import { Tags } from 'aws-cdk-lib/core';
import type { IManagedPolicy } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { Action } from '../../lambda/capabilities.ts';
import { ENV } from '../../lambda/env.ts';
import { ObjectAccess } from '../shared/object-access.ts';
import { PublishedFiles } from '../shared/published-files.ts';
import { StrataBucket } from '../shared/strata-bucket.ts';
import type { StrataFunction } from '../shared/strata-function.ts';
import { strataStackOf } from '../shared/strata-stack.ts';

/** Data sets with their manifests, model bundles, retrieval expansions: named by content hash. */
export class ArtefactStore extends Construct {
  readonly bucket: Bucket;
  readonly #access: ObjectAccess;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.bucket = new StrataBucket(this, 'Artefacts');
    Tags.of(this.bucket).add('strata:role', 'artefacts');
    PublishedFiles.admit(this.bucket, 'models/');
    this.#access = new ObjectAccess(this, 'Access', {
      bucket: this.bucket,
    });
    const { grants } = strataStackOf(this).foundation;
    const offer = (action: Action, s3: 's3:GetObject' | 's3:PutObject') =>
      grants.offer(action, (fn, folders) => {
        for (const folder of folders) {
          fn.role.addManagedPolicy(this.#access.policy(s3, `${folder}/*`));
        }
        this.locate(fn);
      });
    offer('artefacts.read', 's3:GetObject');
    offer('artefacts.write', 's3:PutObject');
    grants.offer('artefacts.locate', (fn) => this.locate(fn));
  }

  /** For SageMaker's own containers: they read data sets and write models. */
  readWrite(): readonly IManagedPolicy[] {
    return [this.#access.policy('s3:GetObject', '*'), this.#access.policy('s3:PutObject', '*')];
  }

  private locate(fn: StrataFunction): void {
    fn.configure({ [ENV.artefactsBucket]: this.bucket.bucketName });
  }
}
