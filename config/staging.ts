import { profileOf } from './defaults.ts';

/** Like production, small: what is released is tried here first. */
export const staging = profileOf({
  env: 'staging',
  onDelete: 'retain-stateful',
  account: { bedrockInvocationLogging: 'own', apiGatewayLogRole: 'own' },
  network: { privateEndpoints: false, webAcl: true },
  customerKeys: true,
  logRetentionDays: 90,
  audit: { objectLock: 'governance', retentionDays: 30, readers: [] },
  budgetUsdPerMonth: 1_000,
  approvals: { people: 2 },
  quotas: {
    requestsPerSecond: 50,
    burst: 100,
    asksPerMinutePerTenant: 300,
    uploadsPerMinutePerTenant: 600,
    documentsAtOnce: 10,
    tokensPerDayPerTenant: 10_000_000,
  },
  serving: {
    kind: 'realtime',
    instanceType: 'ml.m5.large',
    minInstances: 1,
    maxInstances: 2,
  },
});
