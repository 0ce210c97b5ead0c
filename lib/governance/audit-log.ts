import { Duration, Lazy, Tags } from 'aws-cdk-lib/core';
import { AnyPrincipal, ArnPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IPrincipal } from 'aws-cdk-lib/aws-iam';
import { ObjectLockRetention } from 'aws-cdk-lib/aws-s3';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { Profile } from '../../config/schema.ts';
import { ENV } from '../../lambda/env.ts';
import { StrataBucket } from '../shared/strata-bucket.ts';
import type { StrataFunction } from '../shared/strata-function.ts';
import { strataStackOf } from '../shared/strata-stack.ts';

const SEALED = 'sealed/';

/**
 * Sealed records (a hash chain a tenant) and the trail. Who may read it: `audit.readers` of the
 * profile and nobody else. Locked where the profile says so; elsewhere the chain proves tampering.
 */
export class AuditLog extends Construct {
  readonly bucket: Bucket;
  /** ARNs that the denial spares: the readers and the function that seals. */
  private readonly admitted: string[];

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const { audit } = strataStackOf(this).profile;
    const retention = lockOf(audit);
    this.bucket = new StrataBucket(
      this,
      'Audit',
      retention ? { objectLockEnabled: true, objectLockDefaultRetention: retention } : {},
    );
    Tags.of(this.bucket).add('strata:role', 'audit');
    this.admitted = [...audit.readers];
    this.denyOthers();
    strataStackOf(this).foundation.grants.offer('sealed.append', (fn) => this.grantSeal(fn));
    if (audit.readers.length > 0) {
      const readers = audit.readers.map((arn) => new ArnPrincipal(arn));
      this.allow('ReadersRead', readers, ['s3:GetObject', 's3:GetObjectVersion'], '/*');
      this.allow('ReadersList', readers, ['s3:ListBucket', 's3:ListBucketVersions'], '');
    }
  }

  /** Reads the last link, writes the next; cannot delete. */
  private grantSeal(fn: StrataFunction): void {
    this.admitted.push(fn.role.roleArn);
    this.allow('SealerSeals', [fn.role], ['s3:GetObject', 's3:PutObject'], `/${SEALED}*`);
    this.allow('SealerLists', [fn.role], ['s3:ListBucket'], '');
    fn.configure({ [ENV.auditBucket]: this.bucket.bucketName });
  }

  /** Rights of identities in the account (administrators, other roles) do not open the log. */
  private denyOthers(): void {
    this.bucket.addToResourcePolicy(
      new PolicyStatement({
        sid: 'NobodyElseReads',
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: ['s3:GetObject', 's3:GetObjectVersion'],
        resources: [this.bucket.arnForObjects('*')],
        conditions: {
          ArnNotEquals: { 'aws:PrincipalArn': Lazy.any({ produce: () => this.admitted }) },
        },
      }),
    );
  }

  private allow(sid: string, principals: IPrincipal[], actions: string[], path: string): void {
    this.bucket.addToResourcePolicy(
      new PolicyStatement({
        sid,
        principals,
        actions,
        resources: [`${this.bucket.bucketArn}${path}`],
      }),
    );
  }
}

function lockOf(audit: Profile['audit']): ObjectLockRetention | null {
  const period = Duration.days(audit.retentionDays);
  switch (audit.objectLock) {
    case 'none':
      return null;
    case 'governance':
      return ObjectLockRetention.governance(period);
    case 'compliance':
      return ObjectLockRetention.compliance(period);
  }
}
