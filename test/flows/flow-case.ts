/** One turn of a task: it gives, or throws as a function does; `afterMs` on the clock of the run. */
export interface Turn {
  readonly gives?: unknown;
  readonly throws?: string;
  readonly message?: string;
  readonly afterMs?: number;
}

/** A definition with an input, and what its tasks do in turn; the last turn stays. */
export interface FlowCase {
  readonly name: string;
  readonly definition: Definition;
  readonly input: unknown;
  /** By the name of the state. A task that is not named gives its input back as `got`. */
  readonly tasks?: Readonly<Record<string, readonly Turn[]>>;
}

export interface Definition {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, StateText>>;
  readonly [field: string]: unknown;
}
export interface StateText {
  readonly Type: string;
  readonly Branches?: readonly Definition[];
  readonly ItemProcessor?: Definition;
  readonly MaxConcurrency?: number;
  readonly [field: string]: unknown;
}

/** A call of a task, as the task saw it. */
export interface Call {
  readonly task: string;
  readonly input: unknown;
  /** Milliseconds since the first call. */
  readonly atMs: number;
}

/** What an engine made of a case. */
export interface Run {
  readonly output?: unknown;
  readonly error?: string;
  readonly cause?: string;
  /** Names of the states in the order in which they were entered. */
  readonly entered: readonly string[];
  readonly calls: readonly Call[];
}

const FUNCTION = 'arn:aws:lambda:us-east-1:123456789012:function:';

export function functionArn(name: string): string {
  return `${FUNCTION}${name}`;
}

/** A Task of this name, which ends or goes on with what the fields say. */
export function task(name: string, fields: Readonly<Record<string, unknown>> = {}): StateText {
  const following = 'Next' in fields ? {} : { End: true };
  return { Type: 'Task', Resource: functionArn(name), ...following, ...fields };
}

/** States that follow one another in the order of their keys, unless they say where to. */
export function chain(states: Readonly<Record<string, StateText>>): Definition {
  const names = Object.keys(states);
  const linked = Object.entries(states).map(([name, state], index) => {
    const ends = ['Choice', 'Succeed', 'Fail'].includes(state.Type);
    if (ends || 'Next' in state) return [name, state] as const;
    const next = names[index + 1];
    const { End: _end, ...open } = state;
    return [name, next === undefined ? { ...open, End: true } : { ...open, Next: next }] as const;
  });
  return { StartAt: names[0] ?? '', States: Object.fromEntries(linked) };
}

/** What one Pass state with these fields makes of an input. */
export function pass(name: string, fields: object, input: unknown): FlowCase {
  return { name, definition: chain({ only: { Type: 'Pass', ...fields } }), input };
}
