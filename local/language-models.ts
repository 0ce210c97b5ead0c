import type { ModelCatalogue, Prices } from '../config/schema.ts';
import { collectReply } from '../lambda/domain/gateway/collect-reply.ts';
import { gatewayLanguageModel } from '../lambda/domain/gateway/gateway-language-model.ts';
import type { Patience } from '../lambda/domain/gateway/try-again.ts';
import type { ReplyStore } from '../lambda/domain/gateway/keep-replies.ts';
import type { LanguageModel } from '../lambda/ports.ts';
import { providerLanguageModel } from '../lambda/adapters/language-model/providers.ts';
import { time } from '../lambda/adapters/language-model/time.ts';
import { extractiveLanguageModel } from './adapters/language-model.ts';
import type { ReaderChoice } from './reader.ts';

/** A small model on a laptop's processor takes minutes to read a prompt of 4,000 tokens. */
const SERVED_HERE: Patience = { deadlineMs: 900_000, idleMs: 300_000 };

/**
 * The reader that the user chose, behind the gateway. A provider's client is loaded at its first call:
 * nothing else on the laptop needs an SDK.
 */
export function openLanguageModel(
  choice: ReaderChoice,
  settings: {
    readonly models: ModelCatalogue;
    readonly prices: Prices;
    readonly profile: { readonly region: string };
  },
  documents: ReplyStore,
): LanguageModel {
  const { models: catalogue, prices } = settings;
  const gateway = { patience: SERVED_HERE, time, catalogue, prices };
  // It is at hand and repeats itself: nothing of it is worth keeping.
  if (choice.kind === 'extractive') {
    return gatewayLanguageModel({ ...gateway, models: [extractiveLanguageModel()] });
  }
  return gatewayLanguageModel({ ...gateway, documents, models: modelsOf(choice, settings) });
}

/** A server may still be loading the model. */
const PROBED: Patience = { deadlineMs: 180_000, idleMs: 120_000 };

/**
 * Asks the chosen model for one word before any work begins: a wrong name, key or address is told at
 * once, and no kept reply or other model hides it.
 * @throws AccessError, NotFoundError, ModelUnavailableError
 */
export async function probeLanguageModel(
  choice: ReaderChoice,
  settings: Parameters<typeof openLanguageModel>[1],
): Promise<void> {
  if (choice.kind === 'extractive') return;
  const { models: catalogue, prices } = settings;
  const [model] = modelsOf(choice, settings);
  const gateway = gatewayLanguageModel({
    models: [model],
    patience: PROBED,
    time,
    catalogue,
    prices,
  });
  const question = { role: 'user', text: 'Reply with the word yes.' } as const;
  const request = { task: 'answer-question', messages: [question], variables: {} } as const;
  await collectReply(gateway.generate({ ...request, tenant: 'probe', maxOutputTokens: 16 }));
}

function modelsOf(
  choice: Exclude<ReaderChoice, { kind: 'extractive' }>,
  {
    models,
    profile,
  }: { readonly models: ModelCatalogue; readonly profile: { readonly region: string } },
): readonly [LanguageModel, ...LanguageModel[]] {
  const { region } = profile;
  if (choice.kind === 'openai') {
    return [providerLanguageModel({ ...choice, provider: 'openai', id: choice.model })];
  }
  return [
    providerLanguageModel({ provider: 'bedrock', id: choice.model, region }),
    providerLanguageModel({ ...models.fallback, region }),
  ];
}
