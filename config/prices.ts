import type { Prices } from './schema.ts';
import raw from './prices.json' with { type: 'json' };

/** List prices in USD, each with its region, date and source; null where no source is known. */
export const prices: Prices = raw;
