import { mlopsPorts } from './mlops-local.ts';
import { describeModelsContract } from './models.ts';

describeModelsContract('artefactModels', async () => mlopsPorts().models);
