import type { Limits } from '../lambda/ports.ts';

/** A run of one's own corpus is not a tenant's traffic: quotas hold at the HTTP areas. */
export const unlimited: Limits = { take: async () => {} };
