import { CustomResource } from 'aws-cdk-lib/core';
import { CfnRolePolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import { Construct } from 'constructs';
import { strataStackOf } from './strata-stack.ts';

export interface PublishedFilesProps {
  /** Folder on this machine; everything in it is published. */
  readonly folder: string;
  /** Its own policy admits the publisher. */
  readonly bucket: Bucket;
  /** Empty, or ends in `/`. @default '' */
  readonly prefix?: string;
  /**
   * `immutable`: a file that is there already with other bytes fails the deployment;
   * `replace`: the newest wins. @default 'replace'
   */
  readonly mode?: 'immutable' | 'replace';
  /** Further files, always replaced, whose text may be known only while deploying. @default none */
  readonly texts?: Readonly<Record<string, string>>;
}

/** Puts a folder's files into a bucket while deploying. What depends on `resource` sees them. */
export class PublishedFiles extends Construct {
  readonly resource: CustomResource;

  constructor(scope: Construct, id: string, props: PublishedFilesProps) {
    super(scope, id);
    const prefix = props.prefix ?? '';
    const { publishFiles } = strataStackOf(this).foundation;
    const archive = new Asset(this, 'Archive', { path: props.folder });
    const readArchive = new CfnRolePolicy(this, 'ReadArchive', {
      roleName: publishFiles.role.roleName,
      policyName: this.node.addr.slice(0, 16),
      policyDocument: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Action: 's3:GetObject',
            Resource: archive.bucket.arnForObjects(archive.s3ObjectKey),
          },
        ],
      },
    });
    this.resource = new CustomResource(this, 'Files', {
      serviceToken: publishFiles.function.functionArn,
      resourceType: 'Custom::PublishedFiles',
      properties: {
        ArchiveBucket: archive.s3BucketName,
        ArchiveKey: archive.s3ObjectKey,
        Bucket: props.bucket.bucketName,
        Prefix: prefix,
        Mode: props.mode ?? 'replace',
        Texts: props.texts ?? {},
      },
    });
    this.resource.node.addDependency(readArchive);
  }

  /** To be called by the bucket's own stack: a policy belongs to its bucket. */
  static admit(bucket: Bucket, prefix = ''): void {
    bucket.addToResourcePolicy(
      new PolicyStatement({
        sid: 'FilesPublished',
        principals: [strataStackOf(bucket).foundation.publishFiles.role],
        actions: ['s3:GetObject', 's3:PutObject', 's3:ListBucket'],
        resources: [bucket.bucketArn, bucket.arnForObjects(`${prefix}*`)],
      }),
    );
  }
}
