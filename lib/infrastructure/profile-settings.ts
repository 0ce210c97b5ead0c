import type { Action } from '../../lambda/capabilities.ts';
import { ENV } from '../../lambda/env.ts';
import type { Grants } from '../shared/grants.ts';
import type { StrataStack } from '../shared/strata-stack.ts';
import { PRODUCT_NAMESPACE } from '../shared/product-metric.ts';

/** Values of `config/` that are bundled with the code, and ports that need neither right nor value. */
const BUNDLED: readonly Action[] = [
  'settings.taxonomy',
  'settings.gates',
  'settings.prices',
  'settings.catalogue',
  'settings.features',
  'settings.releaseGates',
  'settings.reader',
  'settings.answerTime',
  'parser',
];
/** Their rights are those that they bring along. */
const BROUGHT: readonly Action[] = [
  'models.serving',
  'models.register',
  'models.approve',
  'configuration',
  'releases.read',
  'releases.publish',
  'releases.act',
  'audit',
  'queryExpansion',
];
/** Custom resources: the policy of each bucket, or their own construct, admits them. */
const ADMITTED: readonly Action[] = ['buckets.publish', 'buckets.empty', 'invocationLogging'];

/** Offers the profile's values as variables, each to the functions that touch it. */
export function offerSettings(stack: StrataStack, grants: Grants): void {
  const { profile } = stack;
  const value = (action: Action, variables: Readonly<Record<string, string>>) =>
    grants.offer(action, (fn) => fn.configure(variables));
  for (const action of [...BUNDLED, ...BROUGHT, ...ADMITTED]) value(action, {});
  value('settings.ingestion', { [ENV.ingestion]: JSON.stringify(profile.ingestion) });
  value('settings.approvals', { [ENV.approvals]: JSON.stringify(profile.approvals) });
  value('settings.console', {
    [ENV.environment]: profile.env,
    [ENV.sides]: JSON.stringify(profile.sides),
  });
  const { env, region, serving, vectors, rag } = profile;
  value('settings.costs', {
    [ENV.costProfile]: JSON.stringify({ env, region, serving, vectors, rag }),
  });
  value('limits', { [ENV.quotas]: JSON.stringify(profile.quotas) });
  value('metrics', { [ENV.metricsNamespace]: PRODUCT_NAMESPACE, [ENV.environment]: profile.env });
}
