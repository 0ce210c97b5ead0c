import * as z from 'zod';
import type { Capability, PortsOf } from '../../capabilities.ts';
import { lazily } from '../../lazily.ts';
import { withOutcome } from '../../outcome.ts';
import type { Step } from '../../step.ts';
import { logOutcome } from './outcome-log.ts';

const batchSchema = /* @__PURE__ */ lazily(() =>
  z.object({ Records: z.array(z.object({ messageId: z.string(), body: z.string() })) }),
);

/** The step on each message of a batch of SQS; what fails comes again, and alone. */
export function queueHandler<I, O, C extends Capability>(step: Step<I, O, C>, ports: PortsOf<C>) {
  const run = step.onPorts(ports);
  return async (event: unknown) => {
    const batchItemFailures: { itemIdentifier: string }[] = [];
    for (const { messageId, body } of batchSchema().parse(event).Records) {
      const input: unknown = JSON.parse(body);
      const about = { what: step.name, input, log: logOutcome };
      await withOutcome(about, Date.now, () => run(input)).catch(() => {
        // It is in the log.
        batchItemFailures.push({ itemIdentifier: messageId });
      });
    }
    return { batchItemFailures };
  };
}
