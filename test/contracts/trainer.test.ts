import { mlopsPorts } from './mlops-local.ts';
import { describeTrainerContract } from './trainer.ts';

describeTrainerContract('gradientBoostingTrainer', () => mlopsPorts().trainer);
