import type { Side } from '../lambda/domain/document/document.ts';
import type { Sides } from '../lambda/flow/join-flow.ts';

/** Which sides run, as flows are told. */
export function sidesOf(wanted: readonly Side[]): Sides {
  return { mlops: wanted.includes('mlops'), llmops: wanted.includes('llmops') };
}
