import { gates } from '../../config/gates.ts';
import { s3Artefacts } from '../adapters/artefacts.ts';
import { clock } from '../adapters/clock.ts';
import { artefactModels } from '../adapters/models.ts';
import { dynamoRecords } from '../adapters/records.ts';
import { artefactsEnv, recordsEnv } from '../env.ts';
import { mlopsEvaluateModel } from '../handlers/mlops-evaluate-model.ts';

const artefacts = s3Artefacts(artefactsEnv());

export const handler = mlopsEvaluateModel({
  artefacts,
  models: artefactModels({ artefacts, records: dynamoRecords(recordsEnv()), ...clock }),
  gates,
  ...clock,
});
