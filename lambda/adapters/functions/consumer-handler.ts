import type { Capability, PortsOf } from '../../capabilities.ts';
import { withOutcome } from '../../outcome.ts';
import type { Consumer } from '../../step.ts';
import { recordChanges } from './record-changes.ts';
import { logOutcome } from './outcome-log.ts';

/** Takes batches of the records table's stream; a batch that fails is told again, whole. */
export function consumerHandler<C extends Capability>(consumer: Consumer<C>, ports: PortsOf<C>) {
  const take = consumer(ports);
  return (event: unknown) =>
    withOutcome({ what: consumer.name, input: {}, log: logOutcome }, Date.now, () =>
      take(recordChanges(event)),
    );
}
