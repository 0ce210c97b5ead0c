import { openAiLanguageModel } from '../../lambda/adapters/language-model/openai.ts';
import { time } from '../../lambda/adapters/language-model/time.ts';
import type { LanguageModel } from '../../lambda/ports.ts';
import { throughGateway } from '../domain/gateway/gateway-harness.ts';

const {
  STRATA_TEST_MODEL: model = 'smollm2-135m-instruct',
  STRATA_TEST_MODEL_URL: url = 'http://127.0.0.1:8000/v1',
} = process.env;

/** The model that `run.mjs` has started. */
export const SMALL_MODEL = { model, url };

/** It, behind the gateway, with the patience that a processor without a GPU needs. */
export function smallModel(): LanguageModel {
  const patience = { deadlineMs: 240_000, idleMs: 120_000 };
  return throughGateway(openAiLanguageModel(SMALL_MODEL), { patience, time });
}
