import { CustomResource, Duration } from 'aws-cdk-lib/core';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import { Construct } from 'constructs';
import { StrataFunction } from './strata-function.ts';

export interface PublishedFilesProps {
  /** Folder on this machine; everything in it is published. */
  readonly folder: string;
  readonly bucket: IBucket;
  /** Empty, or ends in `/`. @default '' */
  readonly prefix?: string;
  /**
   * `immutable`: a file that is there already with other bytes fails the deployment;
   * `replace`: the newest wins. @default 'replace'
   */
  readonly mode?: 'immutable' | 'replace';
  /** Further files whose text is only known while deploying, by name. @default none */
  readonly texts?: Readonly<Record<string, string>>;
}

/** Puts a folder's files into a bucket while deploying. What depends on it sees them. */
export class PublishedFiles extends Construct {
  readonly resource: CustomResource;

  constructor(scope: Construct, id: string, props: PublishedFilesProps) {
    super(scope, id);
    const prefix = props.prefix ?? '';
    const archive = new Asset(this, 'Archive', { path: props.folder });
    const publisher = new StrataFunction(this, 'PublishFiles', {
      stem: 'publish-files',
      description: 'Custom resource: copies the files of an archive to a bucket',
      memoryMb: 1_024,
      timeout: Duration.minutes(5),
    });
    publisher.allow(['s3:GetObject'], [archive.bucket.arnForObjects(archive.s3ObjectKey)]);
    publisher.allow(['s3:GetObject', 's3:PutObject'], [props.bucket.arnForObjects(`${prefix}*`)]);
    publisher.allow(['s3:ListBucket'], [props.bucket.bucketArn]);
    this.resource = new CustomResource(this, 'Files', {
      serviceToken: publisher.function.functionArn,
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
    this.resource.node.addDependency(publisher);
  }
}
