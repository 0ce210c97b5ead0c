import type { ModelCatalogue, Prices } from '../../../config/schema.ts';
import type { TokenUsage } from '../document/document.ts';
import { usdOf, usdOfTokens } from './price.ts';

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

/** USD of one unit: a price of 3 a `1,000,000 tokens` is 0.000003. Null where no price is known. */
export function usdPerUnit(prices: Prices, key: string): number | null {
  return usdOf(prices[key] ?? null, 1);
}
