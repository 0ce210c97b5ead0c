import { CfnOutput } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { InfrastructureStack } from '../infrastructure/infrastructure-stack.ts';
import type { Foundation } from '../shared/foundation.ts';
import { StrataStack } from '../shared/strata-stack.ts';
import type { StrataStackProps } from '../shared/strata-stack.ts';
import { ArtefactStore } from './artefact-store.ts';
import { DocumentStore } from './document-store.ts';
import { LlmopsVectors } from './llmops-vectors.ts';
import { MlopsFeatureGroup } from './mlops-feature-group.ts';
import { RecordsTable } from './records-table.ts';

export interface DataStackProps extends StrataStackProps {
  readonly infrastructure: InfrastructureStack;
}

/** What both sides store and read. */
export class DataStack extends StrataStack {
  readonly foundation: Foundation;
  readonly documents: DocumentStore;
  readonly artefacts: ArtefactStore;
  readonly records: RecordsTable;
  readonly vectors?: LlmopsVectors;
  readonly features?: MlopsFeatureGroup;

  constructor(scope: Construct, props: DataStackProps) {
    super(scope, 'data', props);
    this.foundation = props.infrastructure.foundation;
    this.documents = new DocumentStore(this, 'DocumentStore');
    this.artefacts = new ArtefactStore(this, 'ArtefactStore');
    this.records = new RecordsTable(this, 'RecordsTable');
    const { sides } = props.configuration.profile;
    if (sides.llmops) this.vectors = new LlmopsVectors(this, 'LlmopsVectors');
    if (sides.mlops) this.features = new MlopsFeatureGroup(this, 'MlopsFeatureGroup');
    // For people's own commands (`strata smoke`).
    new CfnOutput(this, 'RecordsTableName', { value: this.records.table.tableName });
    new CfnOutput(this, 'DocumentsBucketName', { value: this.documents.bucket.bucketName });
  }
}
