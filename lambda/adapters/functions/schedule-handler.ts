import type { Capability, PortsOf } from '../../capabilities.ts';
import { withOutcome } from '../../outcome.ts';
import type { Schedule } from '../../step.ts';
import { logOutcome } from './outcome-log.ts';

/** Runs when its rule says so; what the event holds does not matter. */
export function scheduleHandler<C extends Capability>(schedule: Schedule<C>, ports: PortsOf<C>) {
  const work = schedule(ports);
  return () =>
    withOutcome({ what: schedule.name, input: {}, log: logOutcome }, Date.now, () => work());
}
