import type { ClientSettings } from '../client-settings.ts';
import { stsCaller } from './caller.ts';
import { modelCalls } from './model-calls.ts';
import { bedrockModels } from './models.ts';
import { namedResources } from './names.ts';
import { serviceQuotas } from './quotas.ts';
import { accountSettings } from './settings.ts';
import { deployedStacks } from './stacks.ts';

/**
 * All that is looked at in an account and region before a deployment. It reads only, and calls models where
 * it is asked to.
 */
export function awsAccount(client: ClientSettings) {
  return {
    caller: stsCaller(client),
    ...deployedStacks(client),
    ...bedrockModels(client),
    ...modelCalls(client),
    quotas: serviceQuotas(client),
    ...namedResources(client),
    ...accountSettings(client),
  };
}
