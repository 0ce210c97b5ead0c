import { ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { acknowledgePatterns } from './acknowledge.ts';

type ObjectAction = 's3:GetObject' | 's3:PutObject' | 's3:DeleteObjectVersion';

const VERBS: Readonly<Record<ObjectAction, string>> = {
  's3:GetObject': 'Read',
  's3:PutObject': 'Write',
  's3:DeleteObjectVersion': 'Remove',
};
/** Without it an absent object looks like a forbidden one, and versions cannot be named. */
const LISTING: Partial<Readonly<Record<ObjectAction, string>>> = {
  's3:GetObject': 's3:ListBucket',
  's3:DeleteObjectVersion': 's3:ListBucketVersions',
};

export interface ObjectAccessProps {
  readonly bucket: Bucket;
}

/**
 * Rights on a bucket's objects: one policy for each action on each pattern of keys, made when the first
 * grantee wants it and shared by all.
 */
export class ObjectAccess extends Construct {
  readonly #props: ObjectAccessProps;
  readonly #policies = new Map<string, ManagedPolicy>();

  constructor(scope: Construct, id: string, props: ObjectAccessProps) {
    super(scope, id);
    this.#props = props;
  }

  /** @param pattern of keys, as IAM reads it; `*` for the whole bucket */
  policy(action: ObjectAction, pattern: string): ManagedPolicy {
    const id = `${VERBS[action]}${pattern.replaceAll(/\W/g, '')}`;
    const known = this.#policies.get(id);
    if (known) return known;
    const { bucket } = this.#props;
    const objects = bucket.arnForObjects(pattern);
    const listing = LISTING[action];
    const policy = new ManagedPolicy(this, id, {
      description: `${action} on ${pattern} of ${bucket.node.id}`,
      statements: [
        new PolicyStatement({ actions: [action], resources: [objects] }),
        ...(listing === undefined
          ? []
          : [new PolicyStatement({ actions: [listing], resources: [bucket.bucketArn] })]),
      ],
    });
    acknowledgePatterns(
      policy,
      [objects],
      'Keys are made of tenants, documents and content hashes that come while the product runs: the objects cannot be named beforehand. The pattern stays inside one bucket of one environment and one kind of object, and the action is exactly the one that a step declares.',
    );
    this.#policies.set(id, policy);
    return policy;
  }
}
