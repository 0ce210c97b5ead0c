import {
  BedrockClient,
  GetFoundationModelAvailabilityCommand,
  GetFoundationModelCommand,
  GetInferenceProfileCommand,
  GetModelInvocationLoggingConfigurationCommand,
} from '@aws-sdk/client-bedrock';
import { type ClientSettings, clientSettings } from '../client-settings.ts';
import { InvalidInputError } from '../../errors.ts';
import { ask, askFor, PATIENCE } from './ask.ts';

/** Which models the account may use in the region, and where their calls are logged. */
export function bedrockModels(client: ClientSettings) {
  const bedrock = new BedrockClient(clientSettings(client, PATIENCE));
  const asking = (resource: string, action: string) => ({
    service: 'Bedrock',
    resource,
    needs: `bedrock:${action}`,
  });
  return {
    async foundationModel(id: string) {
      const found = await known(
        askFor(asking(id, 'GetFoundationModel'), () =>
          bedrock.send(new GetFoundationModelCommand({ modelIdentifier: id })),
        ),
      );
      if (found === null) return null;
      const { modelDetails } = found;
      const said = await ask(asking(id, 'GetFoundationModelAvailability'), () =>
        bedrock.send(new GetFoundationModelAvailabilityCommand({ modelId: id })),
      );
      return {
        name: modelDetails?.modelName ?? id,
        provider: modelDetails?.providerName ?? 'unknown',
        lifecycle: modelDetails?.modelLifecycle?.status ?? 'unknown',
        authorization: said.authorizationStatus ?? 'unknown',
        agreement: said.agreementAvailability?.status ?? 'unknown',
        entitlement: said.entitlementAvailability ?? 'unknown',
        region: said.regionAvailability ?? 'unknown',
      };
    },
    async inferenceProfile(id: string) {
      const found = await known(
        askFor(asking(id, 'GetInferenceProfile'), () =>
          bedrock.send(new GetInferenceProfileCommand({ inferenceProfileIdentifier: id })),
        ),
      );
      if (found === null) return null;
      const ids = (found.models ?? []).map(({ modelArn = '' }) =>
        modelArn.slice(modelArn.lastIndexOf('/') + 1),
      );
      return { status: found.status ?? 'unknown', models: [...new Set(ids)] };
    },
    async invocationLogging(): Promise<string | null> {
      const action = 'GetModelInvocationLoggingConfiguration';
      const { loggingConfig } = await ask(asking('invocation logging', action), () =>
        bedrock.send(new GetModelInvocationLoggingConfigurationCommand({})),
      );
      if (loggingConfig === undefined) return null;
      const { cloudWatchConfig, s3Config } = loggingConfig;
      return cloudWatchConfig?.logGroupName ?? s3Config?.bucketName ?? 'another place';
    },
  };
}

/** An id that the region does not have is called missing or invalid. */
async function known<T>(found: Promise<T | null>): Promise<T | null> {
  try {
    return await found;
  } catch (error) {
    if (error instanceof InvalidInputError) return null;
    throw error;
  }
}
