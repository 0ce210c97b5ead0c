import { valueAt } from './expression.ts';
import { FlowError, runtimeError, taskFailure } from './flow-error.ts';
import type { Scope } from './json-path.ts';
import { isArray } from './json-value.ts';
import type { Json, JsonObject } from './json-value.ts';
import type { FlowClock, Lifetime } from './lifetime.ts';
import type { Machine, MapState, State, TaskState, WorkingState } from './machine.ts';
import { roundTrip } from './payload.ts';
import { runPlainState } from './plain-states.ts';
import { matches, RetryPolicy } from './retry-policy.ts';
import { place, select } from './state-paths.ts';

/** What a Task state calls: its effective input in, plain JSON out. */
export type FlowTask = (
  input: unknown,
  options: { readonly signal: AbortSignal; readonly beside: object },
) => Promise<unknown>;

/** `retried` is told as the next attempt begins, after the wait. */
export type FlowEvent = {
  readonly state: string;
  readonly type: State['Type'];
} & (
  | { readonly kind: 'entered' | 'exited' }
  | { readonly kind: 'retried'; readonly attempt: number }
  | { readonly kind: 'failed'; readonly error: string; readonly cause: string }
);

/** What one execution, branch or item runs with. */
export interface Frame {
  readonly tasks: Readonly<Record<string, FlowTask>>;
  readonly clock: FlowClock;
  readonly newId: () => string;
  readonly random: () => number;
  readonly onEvent: (event: FlowEvent) => void;
  readonly life: Lifetime;
  /** For tasks, of whom started the execution. */
  readonly beside: object;
  /** The context object, without the state. */
  readonly context: JsonObject;
}

/** What a state gives, and the name of the state that takes it; null at the end. */
export interface Outcome {
  readonly output: Json;
  readonly next: string | null;
}

interface Visit {
  readonly name: string;
  readonly frame: Frame;
  /** Raw input of the state. */
  readonly input: Json;
  readonly enteredAt: string;
}

/** Runs the states of a machine or a branch from `StartAt` to an end. */
export async function runMachine(machine: Machine, input: Json, frame: Frame): Promise<Json> {
  let name: string | null = machine.StartAt;
  let value = input;
  while (name !== null) {
    frame.life.signal.throwIfAborted();
    const state: State | undefined = machine.States[name];
    if (state === undefined) throw runtimeError(`there is no state ${name}`);
    const told = { state: name, type: state.Type };
    frame.onEvent({ kind: 'entered', ...told });
    const enteredAt = new Date(frame.clock.now()).toISOString();
    const outcome = await runState(state, { name, frame, input: value, enteredAt });
    value = outcome.output;
    frame.onEvent({ kind: 'exited', ...told });
    name = outcome.next;
  }
  return value;
}

async function runState(state: State, visit: Visit): Promise<Outcome> {
  if (state.Type === 'Task' || state.Type === 'Parallel' || state.Type === 'Map') {
    return attemptState(state, visit);
  }
  try {
    const { output, next } = await runPlainState(state, scopeOf(visit, 0), visit.frame);
    return { output: roundTrip(`output of ${visit.name}`, output), next };
  } catch (error) {
    tellFailure(state, visit, error);
    throw error;
  }
}

/** Attempts until one succeeds, none is left, or a catcher takes the error. */
async function attemptState(state: WorkingState, visit: Visit): Promise<Outcome> {
  const { name, frame, input } = visit;
  const policy = new RetryPolicy(state.Retry, frame.random);
  for (let attempt = 0; ; attempt += 1) {
    if (attempt > 0) frame.onEvent({ kind: 'retried', state: name, type: state.Type, attempt });
    try {
      return { output: await attemptOnce(state, visit, attempt), next: state.Next ?? null };
    } catch (error) {
      frame.life.signal.throwIfAborted();
      if (!(error instanceof FlowError)) throw error;
      tellFailure(state, visit, error);
      const delayMs = policy.nextDelayMs(error);
      if (delayMs !== null) {
        await frame.clock.sleep(delayMs, frame.life.signal);
        continue;
      }
      const catcher = state.Catch.find(({ ErrorEquals }) => matches(ErrorEquals, error));
      if (catcher === undefined) throw error;
      const caught = { Error: error.error, Cause: error.cause };
      const output = place(catcher.ResultPath, input, caught);
      return { output: roundTrip(`output of ${name}`, output), next: catcher.Next };
    }
  }
}

async function attemptOnce(state: WorkingState, visit: Visit, retries: number): Promise<Json> {
  const scope = scopeOf(visit, retries);
  const selected = { ...scope, input: select(state.InputPath, scope) };
  const result = await work(state, visit, selected);
  const shaped = state.ResultSelector ? state.ResultSelector({ ...scope, input: result }) : result;
  const output = place(state.ResultPath, visit.input, shaped);
  return roundTrip(
    `output of ${visit.name}`,
    select(state.OutputPath, { ...scope, input: output }),
  );
}

async function work(state: WorkingState, visit: Visit, scope: Scope): Promise<Json> {
  if (state.Type === 'Map') return mapItems(state, visit, scope);
  const given = roundTrip(
    `input of ${visit.name}`,
    (state.Parameters ?? (() => scope.input))(scope),
  );
  if (state.Type === 'Task') return callTask(state, visit, given, scope);
  return visit.frame.life.inside((life) =>
    Promise.all(state.Branches.map((branch) => runInside(branch, given, { ...visit.frame, life }))),
  );
}

/** Runs a branch or an item in a lifetime of its own. */
function runInside(machine: Machine, input: Json, frame: Frame): Promise<Json> {
  return frame.life.inside((life) => runMachine(machine, input, { ...frame, life }));
}

async function callTask(
  state: TaskState,
  { name, frame }: Visit,
  given: Json,
  scope: Scope,
): Promise<Json> {
  const task = frame.tasks[name];
  if (task === undefined) throw runtimeError(`there is no task ${name}`);
  const seconds = state.TimeoutSecondsPath
    ? valueAt(state.TimeoutSecondsPath)(scope)
    : (state.TimeoutSeconds ?? null);
  if (seconds !== null && !(typeof seconds === 'number' && seconds > 0)) {
    throw runtimeError(
      `the time-out of ${name} must be a number above 0, got ${JSON.stringify(seconds)}`,
    );
  }
  return frame.life.inside(async (life) => {
    if (seconds !== null) {
      const late = () => new FlowError('States.Timeout', `${name} took longer than ${seconds} s`);
      life.stopAfter(seconds * 1000, frame.clock, late);
    }
    let result: unknown;
    try {
      result = await task(given, { signal: life.signal, beside: frame.beside });
    } catch (thrown) {
      throw taskFailure(thrown);
    }
    return roundTrip(`result of ${name}`, result);
  });
}

/** Runs the items in their order, at most `MaxConcurrency` at once (0: all). */
async function mapItems(state: MapState, { name, frame }: Visit, scope: Scope): Promise<Json> {
  const items = state.ItemsPath ? valueAt(state.ItemsPath)(scope) : scope.input;
  if (!isArray(items)) throw runtimeError(`the items of ${name} must be an array`);
  const results: Json[] = items.map(() => null);
  const waiting = items.entries();
  return frame.life.inside(async (life) => {
    const worker = async () => {
      for (const [index, item] of waiting) {
        life.signal.throwIfAborted();
        const context = { ...frame.context, Map: { Item: { Index: index, Value: item } } };
        const itemScope = { ...scope, context: { ...scope.context, ...context } };
        const given = roundTrip(`item of ${name}`, (state.ItemSelector ?? (() => item))(itemScope));
        results[index] = await runInside(state.ItemProcessor, given, { ...frame, life, context });
      }
    };
    const atOnce = Math.min(state.MaxConcurrency || items.length, items.length);
    await Promise.all(Array.from({ length: atOnce }, worker));
    return results;
  });
}

function scopeOf({ name, frame, input, enteredAt }: Visit, retries: number): Scope {
  const State = { Name: name, EnteredTime: enteredAt, RetryCount: retries };
  return { input, context: { ...frame.context, State }, newId: frame.newId };
}

function tellFailure(state: State, { name, frame }: Visit, error: unknown): void {
  if (!(error instanceof FlowError)) return;
  const { error: errorName, cause } = error;
  frame.onEvent({ kind: 'failed', state: name, type: state.Type, error: errorName, cause });
}
