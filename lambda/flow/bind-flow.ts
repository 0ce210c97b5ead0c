import { type OutcomeLog, withOutcome } from '../outcome.ts';
import type { AnyStep } from '../step.ts';
import { FlowError } from './flow-error.ts';
import { createFlow, type Flow, type FlowOptions } from './interpret-flow.ts';
import type { FlowTask } from './run-machine.ts';

/** The definition with a step for each of its Tasks, each of which sees what it touches. */
export function bindFlow(
  definition: string,
  steps: readonly AnyStep[],
  { ports, log, ...flow }: FlowOptions & { readonly ports: object; readonly log: OutcomeLog },
): Flow {
  const tasks = steps.map((step): [string, FlowTask] => {
    const run = step.onPorts(ports);
    const { name: what } = step;
    return [
      what,
      (input, { signal }) =>
        withOutcome(
          { what, input, log },
          () => flow.clock.now(),
          () => run(input, { signal }),
        ),
    ];
  });
  const bound = createFlow(definition, Object.fromEntries(tasks), flow);
  return {
    async run(input, options) {
      try {
        return await bound.run(input, options);
      } catch (error) {
        // In one process a caller may be told what the step threw, not what a service would say of it.
        if (error instanceof FlowError && error.thrown instanceof Error) throw error.thrown;
        throw error;
      }
    },
  };
}
