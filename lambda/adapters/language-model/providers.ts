import { models as catalogue } from '../../../config/models.ts';
import { prices } from '../../../config/prices.ts';
import { ConfigurationError } from '../../errors.ts';
import type { LanguageModel } from '../../ports.ts';
import { time } from './time.ts';

/** A model of a provider; `provider` and `id` as in `config/models.ts`. */
export interface ModelChoice {
  /** Its adapter is the file beside this one that has its name. */
  readonly provider: string;
  readonly id: string;
  /** What is called instead of the id: the ARN of an application inference profile. */
  readonly profile?: string | undefined;
  /** Where the provider is reached, if not at an address of its own. */
  readonly url?: string | undefined;
  readonly apiKey?: string | undefined;
  readonly region?: string | undefined;
}
/** What the file of a provider's adapter exports. */
interface ProviderAdapter {
  openModel(choice: ModelChoice): LanguageModel;
}

/** The gateway's settings in functions: a question is answered, or given up, within its time-out. */
export const gatewayInLambda = {
  patience: { deadlineMs: 45_000, idleMs: 20_000 },
  time,
  prices,
  catalogue,
};

/** A provider's model without the gateway; the adapter and its SDK are loaded at the first call. */
export function providerLanguageModel(choice: ModelChoice): LanguageModel {
  let opened: Promise<LanguageModel> | undefined;
  return {
    reader: choice.id,
    async *generate(request, options) {
      opened ??= open(choice);
      yield* (await opened).generate(request, options);
    },
  };
}

/** The models of a role: the one that is asked, and the one that follows it. */
export function roleLanguageModels(role: {
  readonly model: ModelChoice;
  readonly fallback: ModelChoice;
}): readonly [LanguageModel, LanguageModel] {
  return [providerLanguageModel(role.model), providerLanguageModel(role.fallback)];
}

async function open(choice: ModelChoice): Promise<LanguageModel> {
  const loaded: unknown = await import(`./${choice.provider}.ts`);
  if (isAdapter(loaded)) return loaded.openModel(choice);
  throw new ConfigurationError(
    `the provider of ${choice.id} must have an adapter lambda/adapters/language-model/<provider>.ts ` +
      `that exports openModel, got ${choice.provider}; see config/models.ts`,
  );
}

function isAdapter(loaded: unknown): loaded is ProviderAdapter {
  return (
    typeof loaded === 'object' &&
    loaded !== null &&
    'openModel' in loaded &&
    typeof loaded.openModel === 'function'
  );
}
