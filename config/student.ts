import { profileOf } from './defaults.ts';

/** A student's own account: scales to zero, nothing outlives `cdk destroy`. */
export const student = profileOf({
  env: 'student',
  tags: { team: 'learning', project: 'strata' },
  logRetentionDays: 7,
  budgetUsdPerMonth: 10,
  quotas: {
    requestsPerSecond: 10,
    burst: 20,
    asksPerMinutePerTenant: 20,
    uploadsPerMinutePerTenant: 300,
    documentsAtOnce: 2,
    tokensPerDayPerTenant: 500_000,
  },
  serving: { kind: 'lambda' },
});
