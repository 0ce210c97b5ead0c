import { features } from '../../config/gates.ts';
import { taxonomy } from '../../config/taxonomy.ts';
import { s3Artefacts } from '../adapters/artefacts.ts';
import { clock } from '../adapters/clock.ts';
import { s3Documents } from '../adapters/documents.ts';
import { artefactsEnv, documentsEnv } from '../env.ts';
import { mlopsFeaturiseDataSet } from '../handlers/mlops-featurise-data-set.ts';

export const handler = mlopsFeaturiseDataSet({
  documents: s3Documents(documentsEnv()),
  artefacts: s3Artefacts(artefactsEnv()),
  taxonomy,
  featureSettings: features,
  ...clock,
});
