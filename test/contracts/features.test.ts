import { describeFeaturesContract } from './features.ts';
import { mlopsPorts } from './mlops-local.ts';

describeFeaturesContract('fileFeatures', async () => mlopsPorts().features);
