import { LimitExceededError } from '../../lambda/errors.ts';
import type { Limits } from '../../lambda/ports.ts';

/** The quotas that an adapter must be made with for the suite. */
export const CONTRACT_QUOTAS = {
  asksPerMinutePerTenant: 3,
  uploadsPerMinutePerTenant: 5,
  tokensPerDayPerTenant: 1_000,
};

/** What every adapter of `Limits` must do. `advance` moves the clock. */
export function describeLimitsContract(
  name: string,
  makeAdapter: () => Promise<{
    readonly limits: Limits;
    advance(milliseconds: number): void;
    close(): Promise<void>;
  }>,
): void {
  describe(`${name} keeps the contract of limits`, () => {
    let open: Awaited<ReturnType<typeof makeAdapter>>;
    beforeEach(async () => {
      open = await makeAdapter();
    });
    afterEach(() => open.close());
    const takeMany = async (count: number, tenant = 'acme') => {
      for (let at = 0; at < count; at++) await open.limits.take(tenant, 'ask', 1);
    };

    test('lets as many requests a minute through as the quota says', async () => {
      await expect(takeMany(3)).resolves.toBeUndefined();
    });

    test('refuses the next one and says when to try again', async () => {
      await takeMany(3);
      await expect(takeMany(1)).rejects.toMatchObject({
        name: 'LimitExceededError',
        retryAfterSeconds: 60,
      });
    });

    test('counts uploads by a quota of their own', async () => {
      await takeMany(3);
      for (let at = 0; at < 5; at++) await open.limits.take('acme', 'upload', 0);
      await expect(open.limits.take('acme', 'upload', 0)).rejects.toMatchObject({
        name: 'LimitExceededError',
      });
    });

    test('lets requests through again in the next minute', async () => {
      await takeMany(3);
      open.advance(60_000);
      await expect(takeMany(1)).resolves.toBeUndefined();
    });

    test('counts each tenant by itself', async () => {
      await takeMany(3);
      await expect(takeMany(1, 'other')).resolves.toBeUndefined();
    });

    test('refuses more tokens a day than the quota', async () => {
      await expect(open.limits.take('acme', 'ask', 1_001)).rejects.toThrow(LimitExceededError);
    });
  });
}
