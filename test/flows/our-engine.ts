import { FlowError } from '../../lambda/flow/flow-error.ts';
import { createFlow } from '../../lambda/flow/interpret-flow.ts';
import { movedClock } from '../flow/moved-clock.ts';
import type { Call, FlowCase, Run } from './flow-case.ts';
import { taskNamesOf } from './order.ts';
import { turnsOf } from './turns.ts';

/** Runs a case on our interpreter, on a clock that jumps. */
export async function runHere(flowCase: FlowCase, executionName: string): Promise<Run> {
  const clock = movedClock(Date.now());
  const entered: string[] = [];
  const calls: Call[] = [];
  let firstMs = 0;
  const next = turnsOf(flowCase);
  const tasks = Object.fromEntries(
    taskNamesOf(flowCase.definition).map((name) => [
      name,
      async (input: unknown, { signal }: { readonly signal: AbortSignal }) => {
        if (calls.length === 0) firstMs = clock.now();
        calls.push({ task: name, input, atMs: clock.now() - firstMs });
        const turn = next(name, input);
        if (turn.afterMs !== undefined) await clock.sleep(turn.afterMs, signal);
        if (turn.throws === undefined) return turn.gives;
        throw Object.assign(new Error(turn.message ?? ''), { name: turn.throws });
      },
    ]),
  );
  const options = { name: 'flow', clock, newId: () => 'id', random: () => 0 };
  try {
    const flow = createFlow(JSON.stringify(flowCase.definition), tasks, options);
    const output = await flow.run(flowCase.input, {
      executionName,
      onEvent: ({ kind, state }) => kind === 'entered' && entered.push(state),
    });
    return { output, entered, calls };
  } catch (failure) {
    if (!(failure instanceof FlowError)) throw failure;
    return { error: failure.error, cause: failure.cause, entered, calls };
  }
}
