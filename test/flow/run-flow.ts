import { FlowError } from '../../lambda/flow/flow-error.ts';
import { createFlow } from '../../lambda/flow/interpret-flow.ts';
import type { FlowEvent, FlowTask } from '../../lambda/flow/run-machine.ts';
import { movedClock } from './moved-clock.ts';

interface Given {
  readonly tasks?: Readonly<Record<string, FlowTask>>;
  readonly input?: unknown;
  readonly signal?: AbortSignal;
}

interface Result {
  readonly output?: unknown;
  readonly error?: string;
  readonly cause?: string;
  /** What a task threw. */
  readonly thrown?: unknown;
  /** What the run rejected with, where it was no failure of the flow. */
  readonly rejected?: unknown;
}

/** Runs a definition on a clock of its own; says what came out, what was told and who slept. */
export async function runFlow(definition: unknown, { tasks = {}, input = {}, signal }: Given = {}) {
  const clock = movedClock(Date.UTC(2026, 0, 1));
  const events: FlowEvent[] = [];
  const flow = createFlow(JSON.stringify(definition), tasks, {
    name: 'tested',
    clock,
    newId: () => 'id-1',
    random: () => 0.5,
  });
  const onEvent = (event: FlowEvent) => events.push(event);
  const result: Result = await flow.run(input, { onEvent, ...(signal ? { signal } : {}) }).then(
    (output) => ({ output }),
    (failure: unknown) =>
      failure instanceof FlowError
        ? { error: failure.error, cause: failure.cause, thrown: failure.thrown }
        : { rejected: failure },
  );
  const entered = events.filter(({ kind }) => kind === 'entered').map(({ state }) => state);
  return { ...result, entered, events, slept: clock.slept };
}

/** A definition of states that follow one another in the order of their keys. */
export function chain(states: Readonly<Record<string, Readonly<Record<string, unknown>>>>) {
  const names = Object.keys(states);
  const linked = Object.entries(states).map(([name, state], index) => {
    const next = names[index + 1];
    const ends = ['Choice', 'Succeed', 'Fail'].includes(String(state['Type']));
    if (ends || 'Next' in state || 'End' in state) return [name, state] as const;
    return [name, { ...state, ...(next === undefined ? { End: true } : { Next: next }) }] as const;
  });
  return { StartAt: names[0] ?? '', States: Object.fromEntries(linked) };
}

/** One Pass state with these fields, run on an input; its output. */
export async function pass(fields: Readonly<Record<string, unknown>>, input: unknown) {
  return runFlow(chain({ only: { Type: 'Pass', ...fields } }), { input });
}
