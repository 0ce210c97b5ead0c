import { valueAt } from './expression.ts';
import { FlowError, runtimeError } from './flow-error.ts';
import type { Scope } from './json-path.ts';
import type { Json } from './json-value.ts';
import type { PlainState, WaitState } from './machine.ts';
import type { Frame, Outcome } from './run-machine.ts';
import { place, select } from './state-paths.ts';

/** Pass, Choice, Wait, Succeed and Fail: no attempts, nothing is called. */
export async function runPlainState(
  state: PlainState,
  raw: Scope,
  frame: Pick<Frame, 'clock' | 'life'>,
): Promise<Outcome> {
  if (state.Type === 'Fail') {
    const error = state.ErrorPath ? text(state.ErrorPath(raw)) : (state.Error ?? '');
    throw new FlowError(error, state.CausePath ? text(state.CausePath(raw)) : (state.Cause ?? ''));
  }
  const scope = { ...raw, input: select(state.InputPath, raw) };
  const finish = (output: Json) => select(state.OutputPath, { ...raw, input: output });
  switch (state.Type) {
    case 'Succeed':
      return { output: finish(scope.input), next: null };
    case 'Choice': {
      const next = state.Choices.find((rule) => rule.holds(scope))?.Next ?? state.Default;
      if (next !== undefined) return { output: finish(scope.input), next };
      throw new FlowError('States.NoChoiceMatched', 'no rule holds and there is no Default');
    }
    case 'Wait': {
      const ms = untilMs(state, scope, frame.clock.now());
      if (ms > 0) await frame.clock.sleep(ms, frame.life.signal);
      return { output: finish(scope.input), next: state.Next ?? null };
    }
    case 'Pass': {
      const shaped = state.Parameters ? state.Parameters(scope) : scope.input;
      const result = state.Result === undefined ? shaped : state.Result;
      const output = finish(place(state.ResultPath, raw.input, result));
      return { output, next: state.Next ?? null };
    }
  }
}

function untilMs(state: WaitState, scope: Scope, now: number): number {
  if (state.Seconds !== undefined) return state.Seconds * 1000;
  if (state.SecondsPath !== undefined) {
    const seconds = valueAt(state.SecondsPath)(scope);
    if (typeof seconds === 'number' && seconds >= 0) return seconds * 1000;
    throw runtimeError(`SecondsPath must lead to a number from 0, got ${JSON.stringify(seconds)}`);
  }
  const stamp = state.TimestampPath ? valueAt(state.TimestampPath)(scope) : state.Timestamp;
  const time = typeof stamp === 'string' ? Date.parse(stamp) : Number.NaN;
  if (!Number.isNaN(time)) return time - now;
  throw runtimeError(`TimestampPath must lead to a timestamp, got ${JSON.stringify(stamp)}`);
}

function text(value: Json): string {
  if (typeof value === 'string') return value;
  throw runtimeError(`ErrorPath and CausePath must lead to a string, got ${JSON.stringify(value)}`);
}
