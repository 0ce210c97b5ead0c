import { Stack } from 'aws-cdk-lib/core';
import { CfnTrail } from 'aws-cdk-lib/aws-cloudtrail';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { physicalName } from '../shared/physical-name.ts';
import { strataStackOf } from '../shared/strata-stack.ts';

export interface DataTrailProps {
  /** Takes the trail's files. */
  readonly audit: Bucket;
  /** Every read and write of their objects is recorded. */
  readonly watched: readonly Bucket[];
}

/**
 * Who touched which object. Data events only: the account's own trail has management events, and
 * a second copy of those costs.
 */
export class DataTrail extends Construct {
  constructor(scope: Construct, id: string, props: DataTrailProps) {
    super(scope, id);
    const stack = Stack.of(this);
    const trailName = physicalName(this, 'data', 128);
    const trailArn = stack.formatArn({
      service: 'cloudtrail',
      resource: 'trail',
      resourceName: trailName,
    });
    const service = new ServicePrincipal('cloudtrail.amazonaws.com');
    const fromTrail = { StringEquals: { 'aws:SourceArn': trailArn } };
    props.audit.addToResourcePolicy(
      new PolicyStatement({
        sid: 'TrailChecks',
        principals: [service],
        actions: ['s3:GetBucketAcl'],
        resources: [props.audit.bucketArn],
        conditions: fromTrail,
      }),
    );
    props.audit.addToResourcePolicy(
      new PolicyStatement({
        sid: 'TrailWrites',
        principals: [service],
        actions: ['s3:PutObject'],
        resources: [props.audit.arnForObjects(`trail/AWSLogs/${stack.account}/*`)],
        conditions: {
          StringEquals: { ...fromTrail.StringEquals, 's3:x-amz-acl': 'bucket-owner-full-control' },
        },
      }),
    );
    const { key } = strataStackOf(this).foundation;
    const trail = new CfnTrail(this, 'Trail', {
      trailName,
      isLogging: true,
      s3BucketName: props.audit.bucketName,
      s3KeyPrefix: 'trail',
      enableLogFileValidation: true,
      isMultiRegionTrail: false,
      includeGlobalServiceEvents: false,
      ...(key ? { kmsKeyId: key.keyArn } : {}),
      advancedEventSelectors: [
        {
          name: 'Objects of documents, artefacts and records',
          fieldSelectors: [
            { field: 'eventCategory', equalTo: ['Data'] },
            { field: 'resources.type', equalTo: ['AWS::S3::Object'] },
            {
              field: 'resources.ARN',
              startsWith: props.watched.map((bucket) => `${bucket.bucketArn}/`),
            },
          ],
        },
      ],
    });
    if (props.audit.policy) trail.node.addDependency(props.audit.policy);
  }
}
