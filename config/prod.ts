import { profileOf } from './defaults.ts';

/** Production: customer keys, private endpoints, a real-time endpoint, records that nobody can delete. */
export const prod = profileOf({
  env: 'prod',
  onDelete: 'retain-stateful',
  terminationProtection: true,
  account: { bedrockInvocationLogging: 'own', apiGatewayLogRole: 'own' },
  network: { privateEndpoints: true, webAcl: true },
  customerKeys: true,
  logRetentionDays: 365,
  audit: { objectLock: 'compliance', retentionDays: 365, readers: [] },
  budgetUsdPerMonth: 12_500,
  approvals: { people: 2 },
  quotas: {
    requestsPerSecond: 50,
    burst: 100,
    asksPerMinutePerTenant: 300,
    uploadsPerMinutePerTenant: 3_000,
    documentsAtOnce: 25,
    tokensPerDayPerTenant: 100_000_000,
  },
  vectors: { minOcu: 2, maxOcu: 16 },
  serving: {
    kind: 'realtime',
    instanceType: 'ml.m5.xlarge',
    minInstances: 2,
    maxInstances: 4,
  },
  training: { instanceType: 'ml.m5.xlarge' },
});
