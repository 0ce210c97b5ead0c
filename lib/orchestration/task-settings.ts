import { ENV } from '../../lambda/env.ts';
import type { StrataFunction } from '../shared/strata-function.ts';
import { strataStackOf } from '../shared/strata-stack.ts';

/** How documents are cut and found: `rag` of the profile. */
export function grantRag(fn: StrataFunction): void {
  fn.configure({ [ENV.rag]: JSON.stringify(strataStackOf(fn).profile.rag) });
}

/** Limits of requests and tokens a tenant. */
export function grantQuotas(fn: StrataFunction): void {
  fn.configure({ [ENV.quotas]: JSON.stringify(strataStackOf(fn).profile.quotas) });
}

/** Metrics are log lines (embedded metric format): a name, no right. */
export function grantMetrics(fn: StrataFunction): void {
  fn.configure({ [ENV.metricsNamespace]: 'Strata' });
}
