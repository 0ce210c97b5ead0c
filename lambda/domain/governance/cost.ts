import type { ModelCatalogue, Prices } from '../../../config/schema.ts';
import type { TokenUsage } from '../document/document.ts';

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
  const input = usdPerUnit(use.prices, `${role.price}.input`);
  const output = usdPerUnit(use.prices, `${role.price}.output`);
  if (input === null || output === null) return null;
  return use.usage.inputTokens * input + use.usage.outputTokens * output;
}

/** USD of one unit: a price of 3 a `1,000,000 tokens` is 0.000003. Null where no price is known. */
export function usdPerUnit(prices: Prices, key: string): number | null {
  const price = prices[key];
  if (price === undefined || price.usd === null) return null;
  const count = Number(/^[\d,]+/.exec(price.unit)?.[0].replaceAll(',', '') ?? '1');
  return count > 0 ? price.usd / count : null;
}
