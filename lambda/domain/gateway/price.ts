import type { Prices } from '../../../config/schema.ts';

export type Price = Prices[string];

/**
 * The price of that key in a region: `<key>.<region>` where the list has one, else `<key>`, whose
 * own `region` says where it holds. Null where the list has neither.
 */
export function findPrice(prices: Prices, key: string, region?: string): Price | null {
  const regional = region === undefined ? undefined : prices[`${key}.${region}`];
  return regional ?? prices[key] ?? null;
}

/**
 * USD for a quantity of single units (tokens, requests, GB-months …): a unit such as
 * `1,000,000 tokens` is divided by its leading number. Null where the price is unknown.
 */
export function usdOf(price: Price | null, quantity: number): number | null {
  if (price === null || price.usd === null) {
    return null;
  }
  const leading = /^[\d,]+(?= )/.exec(price.unit)?.[0];
  const units = leading === undefined ? 1 : Number(leading.replaceAll(',', ''));
  return (price.usd * quantity) / units;
}

/** USD of one call of a language model; `key` as in `config/models.ts`. Null where unknown. */
export function usdOfTokens(
  prices: Prices,
  key: string,
  usage: { readonly inputTokens: number; readonly outputTokens: number },
): number | null {
  const input = usdOf(findPrice(prices, `${key}.input`), usage.inputTokens);
  const output = usdOf(findPrice(prices, `${key}.output`), usage.outputTokens);
  return input === null || output === null ? null : input + output;
}
