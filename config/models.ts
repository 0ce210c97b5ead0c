import type { ModelCatalogue } from './schema.ts';

/** Which model serves which role, and why. Ids: Amazon Bedrock user guide, model cards, 2026-09-27. */
export const models: ModelCatalogue = {
  answer: {
    provider: 'bedrock',
    id: 'eu.anthropic.claude-haiku-4-5-20251001-v1:0',
    price: 'bedrock.claude-haiku-4-5.eu',
    maxOutputTokens: 64_000,
    why: 'Cheapest Claude with citations discipline; answers stay in EU regions through the eu. profile.',
  },
  fallback: {
    provider: 'bedrock',
    id: 'eu.amazon.nova-lite-v1:0',
    price: 'bedrock.nova-lite.eu',
    maxOutputTokens: 10_000,
    why: 'Another provider: a Claude outage or throttle does not take answers down.',
  },
  document: {
    provider: 'bedrock',
    id: 'eu.anthropic.claude-haiku-4-5-20251001-v1:0',
    price: 'bedrock.claude-haiku-4-5.eu',
    maxOutputTokens: 64_000,
    why: 'Classification and extraction are short structured replies; a small model is enough.',
  },
  embedding: {
    id: 'amazon.titan-embed-text-v2:0',
    price: 'bedrock.titan-embed-text-v2',
    dimensions: 1_024,
    why: 'On demand in every region of the profiles, normalised output, cheapest per token.',
  },
};
