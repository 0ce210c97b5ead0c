import { s3Artefacts } from '../adapters/artefacts.ts';
import { clock } from '../adapters/clock.ts';
import { s3Documents } from '../adapters/documents.ts';
import { featureStoreFeatures } from '../adapters/features.ts';
import { artefactModels } from '../adapters/models.ts';
import { dynamoRecords } from '../adapters/records.ts';
import { artefactsEnv, documentsEnv, featuresEnv, recordsEnv } from '../env.ts';
import { mlopsFeaturiseDocument } from '../handlers/mlops-featurise-document.ts';

export const handler = mlopsFeaturiseDocument({
  documents: s3Documents(documentsEnv()),
  features: featureStoreFeatures(featuresEnv()),
  models: artefactModels({
    artefacts: s3Artefacts(artefactsEnv()),
    records: dynamoRecords(recordsEnv()),
    ...clock,
  }),
  ...clock,
});
