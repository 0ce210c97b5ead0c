import { s3Artefacts } from '../adapters/artefacts.ts';
import { recordAudit } from '../adapters/audit.ts';
import { clock } from '../adapters/clock.ts';
import { sageMakerPackages } from '../adapters/model-packages.ts';
import { artefactModels } from '../adapters/models.ts';
import { dynamoRecords } from '../adapters/records.ts';
import { approvalsEnv, artefactsEnv, recordsEnv, servingEnv } from '../env.ts';
import { deployModel } from '../handlers/deploy-model.ts';

const records = dynamoRecords(recordsEnv());

export const handler = deployModel({
  models: artefactModels({ artefacts: s3Artefacts(artefactsEnv()), records, ...clock }),
  audit: recordAudit({ records }),
  ...approvalsEnv(),
  ...servingEnv(),
  ...sageMakerPackages(),
});
