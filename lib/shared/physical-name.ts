import { createHash } from 'node:crypto';
import type { IConstruct } from 'constructs';
import { strataStackOf } from './strata-stack.ts';

/**
 * `strata-<env>-<name>` for the few resources that AWS wants named.
 * Lower case letters, digits and hyphens; a longer one is cut and keeps 6 characters of its hash.
 */
export function physicalName(scope: IConstruct, name: string, maxLength: number): string {
  const full = `strata-${strataStackOf(scope).profile.env}-${name}`;
  if (full.length <= maxLength) return full;
  const hash = createHash('sha256').update(full).digest('hex').slice(0, 6);
  return `${full.slice(0, maxLength - 7)}-${hash}`;
}
