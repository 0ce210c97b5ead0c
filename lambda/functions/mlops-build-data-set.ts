import { s3Artefacts } from '../adapters/artefacts.ts';
import { clock } from '../adapters/clock.ts';
import { s3Documents } from '../adapters/documents.ts';
import { artefactsEnv, documentsEnv } from '../env.ts';
import { mlopsBuildDataSet } from '../handlers/mlops-build-data-set.ts';

export const handler = mlopsBuildDataSet({
  documents: s3Documents(documentsEnv()),
  artefacts: s3Artefacts(artefactsEnv()),
  ...clock,
});
