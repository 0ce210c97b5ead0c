import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { Profile } from '../../config/schema.ts';
import { strataStackOf } from './strata-stack.ts';

const RETENTION: Readonly<Record<Profile['logRetentionDays'], RetentionDays>> = {
  7: RetentionDays.ONE_WEEK,
  30: RetentionDays.ONE_MONTH,
  90: RetentionDays.THREE_MONTHS,
  180: RetentionDays.SIX_MONTHS,
  365: RetentionDays.ONE_YEAR,
};

/** A log group with the profile's retention and key. `name` only where a service demands one. */
export function strataLogGroup(scope: Construct, id: string, name?: string): LogGroup {
  const stack = strataStackOf(scope);
  return new LogGroup(scope, id, {
    retention: RETENTION[stack.profile.logRetentionDays],
    ...(name ? { logGroupName: name } : {}),
    ...(stack.foundation.key ? { encryptionKey: stack.foundation.key } : {}),
  });
}
