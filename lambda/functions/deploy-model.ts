import { s3Artefacts } from '../adapters/artefacts.ts';
import { recordAudit } from '../adapters/audit.ts';
import { clock } from '../adapters/clock.ts';
import { sageMakerPackages } from '../adapters/model-packages.ts';
import { artefactModels, seedVersion } from '../adapters/models.ts';
import { dynamoRecords } from '../adapters/records.ts';
import { profileEndpoint } from '../adapters/serving-endpoint.ts';
import { approvalsEnv, artefactsEnv, deploymentEnv, recordsEnv } from '../env.ts';
import { deployModel } from '../handlers/deploy-model.ts';

const records = dynamoRecords(recordsEnv());
const artefacts = s3Artefacts(artefactsEnv());

export const handler = deployModel({
  models: artefactModels({ artefacts, records, ...clock }),
  audit: recordAudit({ records }),
  ...approvalsEnv(),
  endpoint: profileEndpoint(deploymentEnv()),
  ...sageMakerPackages(),
  seedVersion: () => seedVersion(artefacts),
});
