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
      (input, { signal, beside }) =>
        withOutcome(
          { what, input, log },
          () => flow.clock.now(),
          () =>
            run(input, { ...beside, signal }).catch((error: unknown) => {
              if (beside instanceof Beside) beside.thrown.push(error);
              throw error;
            }),
        ),
    ];
  });
  const bound = createFlow(definition, Object.fromEntries(tasks), flow);
  return {
    async run(input, options = {}) {
      const given = Object.assign(new Beside(), options.given);
      try {
        return await bound.run(input, { ...options, given });
      } catch (error) {
        if (!(error instanceof FlowError)) throw error;
        // In one process a caller may be told what the step threw, not what a service would say of it;
        // also where a Fail state passes on what was caught.
        const named = given.thrown.findLast(
          (one) => one instanceof Error && one.name === error.error,
        );
        throw error.thrown instanceof Error ? error.thrown : (named ?? error);
      }
    },
  };
}

/** What a run gives to its tasks, and what they threw. */
class Beside {
  readonly thrown: unknown[] = [];
}
