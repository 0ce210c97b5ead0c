import { Stack } from 'aws-cdk-lib/core';
import { CfnFeatureGroup } from 'aws-cdk-lib/aws-sagemaker';
import { Construct } from 'constructs';
import { ENV } from '../../lambda/env.ts';
import { physicalName } from '../shared/physical-name.ts';
import type { StrataFunction } from '../shared/strata-function.ts';
import { strataStackOf, tagSide } from '../shared/strata-stack.ts';

const NAME_LIMIT = 64;

/**
 * Feature vectors that training and serving both read: online store on demand, no offline copy
 * (the data set manifests in the artefact store are the versioned history).
 */
export class MlopsFeatureGroup extends Construct {
  readonly group: CfnFeatureGroup;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    tagSide(this, 'mlops');
    const { key } = strataStackOf(this).foundation;
    this.group = new CfnFeatureGroup(this, 'Group', {
      featureGroupName: physicalName(this, 'features', NAME_LIMIT),
      recordIdentifierFeatureName: 'recordId',
      eventTimeFeatureName: 'eventTime',
      featureDefinitions: ['recordId', 'eventTime', 'vectoriser', 'vector'].map((featureName) => ({
        featureName,
        featureType: 'String',
      })),
      onlineStoreConfig: {
        EnableOnlineStore: true,
        ...(key ? { SecurityConfig: { KmsKeyId: key.keyArn } } : {}),
      },
      throughputConfig: { throughputMode: 'OnDemand' },
      description: 'TF-IDF vectors of documents: <tenant>/<documentId>',
    });
    const { grants } = strataStackOf(this).foundation;
    grants.offer('features.read', (fn) => this.grant(fn, ['sagemaker:GetRecord']));
    grants.offer('features.write', (fn) => this.grant(fn, ['sagemaker:PutRecord']));
    grants.offer('features.remove', (fn) => this.grant(fn, ['sagemaker:DeleteRecord']));
  }

  private grant(fn: StrataFunction, actions: readonly string[]): void {
    const arn = Stack.of(this).formatArn({
      service: 'sagemaker',
      resource: 'feature-group',
      resourceName: this.group.featureGroupName,
    });
    fn.allow(actions, [arn]);
    fn.configure({ [ENV.featureGroup]: this.group.ref });
  }
}
