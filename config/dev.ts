import { profileOf } from './defaults.ts';

/** A team's shared sandbox: like student, with logs and quotas for several people. */
export const dev = profileOf({
  env: 'dev',
  logRetentionDays: 30,
  budgetUsdPerMonth: 100,
  quotas: {
    requestsPerSecond: 20,
    burst: 40,
    asksPerMinutePerTenant: 60,
    uploadsPerMinutePerTenant: 600,
    documentsAtOnce: 4,
    tokensPerDayPerTenant: 5_000_000,
  },
  serving: { kind: 'serverless', memoryMb: 2_048, maxConcurrency: 5 },
});
