import { ConfigurationError } from '../errors.ts';
import { parseDefinition, taskNames } from './flow-definition.ts';
import { FlowError } from './flow-error.ts';
import { Lifetime } from './lifetime.ts';
import type { FlowClock } from './lifetime.ts';
import type { Json } from './json-value.ts';
import { roundTrip } from './payload.ts';
import { runMachine } from './run-machine.ts';
import type { FlowEvent, FlowTask } from './run-machine.ts';

export interface FlowOptions {
  /** Name of the state machine, part of an execution's id. */
  readonly name: string;
  readonly clock: FlowClock;
  readonly newId: () => string;
  /** 0 to 1: spreads retries whose jitter is FULL. */
  readonly random: () => number;
}

export interface RunOptions {
  readonly signal?: AbortSignal;
  /** Told of every state in the order of what happens. */
  readonly onEvent?: (event: FlowEvent) => void;
  /** @default a new id */
  readonly executionName?: string;
  /** Every task is given this beside the signal; it is no part of the flow's data. */
  readonly given?: object;
}

export interface Flow {
  /**
   * Runs one execution and gives its output.
   * @throws FlowError with `error` and `cause`, or the reason of the aborted signal
   */
  run(input: unknown, options?: RunOptions): Promise<unknown>;
}

/**
 * Runs a definition of the Amazon States Language (JSONPath) in this process, as AWS Step Functions
 * would from the same text. Tasks are found by the name of their state.
 * @throws ConfigurationError for a definition that cannot run here, or a Task without a task
 */
export function createFlow(
  definition: string,
  tasks: Readonly<Record<string, FlowTask>>,
  options: FlowOptions,
): Flow {
  const machine = parseDefinition(definition);
  const missing = taskNames(machine).filter((name) => !Object.hasOwn(tasks, name));
  if (missing.length > 0) {
    throw new ConfigurationError(
      `every Task state needs a task of its name, got none for ${missing.join(', ')}`,
    );
  }
  return {
    async run(
      given,
      { signal, onEvent = () => undefined, executionName, given: beside = {} } = {},
    ) {
      signal?.throwIfAborted();
      const input = roundTrip('execution input', given);
      const context = { Execution: describeExecution(input, options, executionName) };
      const life = new Lifetime();
      const stop = () => life.stop(signal?.reason);
      signal?.addEventListener('abort', stop, { once: true });
      try {
        return await life.inside((own) => {
          limitTime(own, machine.TimeoutSeconds, options.clock);
          return runMachine(machine, input, {
            ...options,
            tasks,
            onEvent,
            life: own,
            context,
            beside,
          });
        });
      } finally {
        signal?.removeEventListener('abort', stop);
      }
    },
  };
}

function describeExecution(input: Json, options: FlowOptions, name = options.newId()) {
  return {
    Id: `arn:aws:states:local:000000000000:execution:${options.name}:${name}`,
    Name: name,
    Input: input,
    StartTime: new Date(options.clock.now()).toISOString(),
  };
}

function limitTime(life: Lifetime, seconds: number | undefined, clock: FlowClock): void {
  if (seconds === undefined) return;
  const late = () => new FlowError('States.Timeout', `the flow took longer than ${seconds} s`);
  life.stopAfter(seconds * 1000, clock, late);
}
