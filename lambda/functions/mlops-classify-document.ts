import { s3Artefacts } from '../adapters/artefacts.ts';
import { servingClassifier } from '../adapters/classifier.ts';
import { clock } from '../adapters/clock.ts';
import { featureStoreFeatures } from '../adapters/features.ts';
import { artefactModels } from '../adapters/models.ts';
import { dynamoRecords } from '../adapters/records.ts';
import { artefactsEnv, featuresEnv, recordsEnv, servingEnv } from '../env.ts';
import { mlopsClassifyDocument } from '../handlers/mlops-classify-document.ts';

const models = artefactModels({
  artefacts: s3Artefacts(artefactsEnv()),
  records: dynamoRecords(recordsEnv()),
  ...clock,
});

export const handler = mlopsClassifyDocument({
  features: featureStoreFeatures(featuresEnv()),
  classifier: servingClassifier({ ...servingEnv(), models }),
  models,
  ...clock,
});
