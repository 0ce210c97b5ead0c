import { Logger } from '@aws-lambda-powertools/logger';
import { lazily } from '../../lazily.ts';
import type { Outcome } from '../../outcome.ts';

const logger = lazily(() => new Logger({ serviceName: 'strata' }));

/** One JSON line an outcome, with the request's id. */
export function logOutcome({ what, cause, ...outcome }: Outcome): void {
  if (outcome.outcome === 'done') return logger().info(what, outcome);
  const error = cause instanceof Error ? { cause } : {};
  logger().error(what, { ...outcome, ...error });
}
