import { createHash } from 'node:crypto';
import {
  type DocumentFrequencies,
  hashedEmbedding,
} from '../../lambda/domain/llmops/retrieval/hashed-embedding.ts';
import { estimateTokens } from '../../lambda/domain/llmops/retrieval/chunking.ts';
import type { Embedder } from '../../lambda/ports.ts';

export interface HashedEmbedderSettings {
  /** @default 1024, the size of the Titan vectors that it stands in for */
  readonly dimensions?: number;
  /** Unlabelled word counts of the corpus; without them only function words are weighed down. */
  readonly statistics?: DocumentFrequencies;
}

/**
 * Embeds without a model: hashed words and character n-grams. Same text, same statistics, same
 * vector; vectors of different statistics do not compare, so `model` carries their hash.
 */
export function hashedEmbedder(settings: HashedEmbedderSettings = {}): Embedder {
  const dimensions = settings.dimensions ?? 1_024;
  const statistics = settings.statistics ?? null;
  const embed = hashedEmbedding(dimensions, statistics);
  const version = createHash('sha256').update(JSON.stringify(statistics)).digest('hex').slice(0, 8);
  return {
    model: `hashed-${dimensions}-${version}`,
    dimensions,
    async embed(texts) {
      return {
        vectors: texts.map(embed),
        tokens: texts.reduce((sum, text) => sum + estimateTokens(text), 0),
      };
    },
  };
}
