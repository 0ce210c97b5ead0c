import { findPrice, usdOf } from '../gateway/price.ts';
import type { CostLine, ProjectedCost } from './report-schema.ts';
import type { CostBasis } from './run-measurement.ts';

/** Volume of the case study: what runs by the hour is shared by this many documents. */
export const DOCUMENTS_PER_MONTH = 50_000;
/** 365 × 24 / 12. */
export const HOURS_PER_MONTH = 730;
/** At this memory a Lambda has one vCPU, as one step here has one core (Lambda developer guide). */
export const LAMBDA_GB = 1_769 / 1_024;
export const BYTES_PER_GB = 1e9;

/** One thing that AWS bills: how many single units of it a document (or an answer) takes. */
export interface CostItem {
  readonly item: string;
  /** Key in `config/prices.json`. */
  readonly price: string;
  /** Null where it was not measured; `note` says why. */
  readonly quantity: number | null;
  readonly note: string;
}

export interface Projection {
  /** Sum of the known lines; null where there is none. */
  readonly usd: number | null;
  readonly cost: ProjectedCost;
}

/**
 * Prices the items. A line whose price or quantity is unknown is null and says so; the sum is then
 * that of the other lines, a lower bound, and `atLeast` is true.
 */
export function projectCost(
  items: readonly CostItem[],
  model: string,
  basis: CostBasis,
): Projection {
  const lines = items.map((item) => priceLine(item, basis));
  const known = lines.flatMap((line) => line.usd ?? []);
  return {
    usd: known.length === 0 ? null : known.reduce((sum, usd) => sum + usd, 0),
    cost: {
      projected: true,
      model,
      profile: basis.profile.env,
      documentsPerMonth: DOCUMENTS_PER_MONTH,
      atLeast: known.length < lines.length,
      lines,
    },
  };
}

/** Mean of the values; null without values. */
export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function priceLine({ item, price: key, quantity, note }: CostItem, basis: CostBasis): CostLine {
  const price = findPrice(basis.prices, key, basis.profile.region);
  const usd = quantity === null ? null : usdOf(price, quantity);
  const unknown = price === null ? `config/prices.json has no price ${key}` : price.source;
  return {
    item,
    price: key,
    quantity,
    priceUsd: price?.usd ?? null,
    unit: price?.unit ?? 'unknown',
    region: price?.region ?? 'unknown',
    asOf: price?.asOf ?? 'unknown',
    source: price?.source ?? 'unknown',
    usd,
    note: usd === null && quantity !== null ? `${note}; price ${unknown}` : note,
  };
}
