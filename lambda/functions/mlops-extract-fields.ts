import { s3Artefacts } from '../adapters/artefacts.ts';
import { clock } from '../adapters/clock.ts';
import { s3Documents } from '../adapters/documents.ts';
import { artefactModels } from '../adapters/models.ts';
import { dynamoRecords } from '../adapters/records.ts';
import { artefactsEnv, documentsEnv, recordsEnv } from '../env.ts';
import { mlopsExtractFields } from '../handlers/mlops-extract-fields.ts';

export const handler = mlopsExtractFields({
  documents: s3Documents(documentsEnv()),
  models: artefactModels({
    artefacts: s3Artefacts(artefactsEnv()),
    records: dynamoRecords(recordsEnv()),
    ...clock,
  }),
  ...clock,
});
