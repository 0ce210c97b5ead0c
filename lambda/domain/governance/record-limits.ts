import { LimitExceededError } from '../../errors.ts';
import type { Limits } from '../../ports.ts';
import type { RecordsCount } from '../../store-ports.ts';

export interface Quotas {
  readonly asksPerMinutePerTenant: number;
  readonly uploadsPerMinutePerTenant: number;
  readonly tokensPerDayPerTenant: number;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** A counter is kept for two of its windows: the store may expire late, never early. */
const KEPT_WINDOWS = 2;

/**
 * Counts in fixed windows of the records store: requests a minute and tokens a day, UTC. What was
 * counted stays counted when the request is then refused.
 */
export function recordLimits(
  records: RecordsCount<'counter'>,
  quotas: Quotas,
  now: () => number,
): Limits {
  const count = (tenant: string, name: string, by: number, windowMs: number) => {
    const window = Math.floor(now() / windowMs);
    const expiresAtSeconds = ((window + KEPT_WINDOWS) * windowMs) / 1_000;
    const key = { tenant, kind: 'counter', id: `${name}/${window}` } as const;
    return records.increment(key, by, expiresAtSeconds);
  };
  const refuse = (quota: string, most: number, windowMs: number) => {
    const retryAfterSeconds = Math.ceil((windowMs - (now() % windowMs)) / 1_000);
    return new LimitExceededError(
      `a tenant must stay within ${most} ${quota}; try again in ${retryAfterSeconds} s or raise quotas in its profile`,
      retryAfterSeconds,
    );
  };
  return {
    async take(tenant, name, tokens) {
      const requests = await count(tenant, `${name}s-per-minute`, 1, MINUTE_MS);
      const { asksPerMinutePerTenant: ask, uploadsPerMinutePerTenant: upload } = quotas;
      const most = { ask, upload }[name];
      if (requests > most) throw refuse(`${name}s a minute`, most, MINUTE_MS);
      const spent = await count(tenant, 'tokens-per-day', tokens, DAY_MS);
      if (spent > quotas.tokensPerDayPerTenant) {
        throw refuse('tokens a day', quotas.tokensPerDayPerTenant, DAY_MS);
      }
    },
  };
}
