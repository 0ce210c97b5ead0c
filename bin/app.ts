import { createAskedApp } from '../lib/app.ts';
import { builtAssets } from '../lib/shared/assets.ts';

const account = process.env.CDK_DEFAULT_ACCOUNT;
const app = createAskedApp({ assets: builtAssets('dist'), ...(account ? { account } : {}) });
app.synth();
