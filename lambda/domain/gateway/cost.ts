import type { ModelCatalogue, Prices } from '../../../config/schema.ts';
import type { TokenUsage } from '../document/document.ts';
import { usdOfTokens } from './price.ts';

/**
 * USD of one use of a model at the list prices of `config/prices.json`; null where the model or a
 * price is unknown. The extractive reader is no model and costs nothing beyond the compute.
 */
export function costUsd(use: {
  readonly model: string;
  readonly usage: TokenUsage;
  readonly prices: Prices;
  readonly catalogue: ModelCatalogue;
}): number | null {
  if (use.model === 'extractive') return 0;
  const { answer, fallback, document } = use.catalogue;
  const role = [answer, fallback, document].find(({ id }) => id === use.model);
  if (role === undefined) return null;
  return usdOfTokens(use.prices, role.price, use.usage);
}
