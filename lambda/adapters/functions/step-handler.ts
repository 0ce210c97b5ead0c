import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Capability, PortsOf } from '../../capabilities.ts';
import { withOutcome } from '../../outcome.ts';
import type { Step } from '../../step.ts';
import { logOutcome } from './outcome-log.ts';

// A schema is used a few times in a cold start: compiling it to a function costs more than it gains.
z.config({ jitless: true });

export const clock = { now: Date.now, newId: randomUUID };

/** The step as a function: plain JSON in, plain JSON out. */
export function stepHandler<I, O, C extends Capability>(step: Step<I, O, C>, ports: PortsOf<C>) {
  const run = step(ports);
  return (event: I): Promise<O> =>
    withOutcome({ what: step.name, input: event, log: logOutcome }, Date.now, () => run(event));
}
