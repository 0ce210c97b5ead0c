import type { AnyStep } from '../step.ts';

export type Sides = Readonly<Record<'mlops' | 'llmops', boolean>>;
type StepTimes = Pick<AnyStep, 'name' | 'timeoutSeconds' | 'retries'>;

interface FileState {
  readonly Type: string;
  readonly Branches?: readonly FileMachine[];
  readonly ItemProcessor?: FileMachine;
  readonly [field: string]: unknown;
}
interface FileMachine {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, FileState>>;
  readonly [field: string]: unknown;
}

/** Failures that pass, of the function itself: its own errors say when trying again helps. */
const PASSING = [
  'UnavailableError',
  'Lambda.ServiceException',
  'Lambda.AWSLambdaException',
  'Lambda.SdkClientException',
  'Lambda.TooManyRequestsException',
];
const RETRIES = 4;
const TIMEOUT_SECONDS = 60;

/**
 * The definition that runs everywhere: the file's states and paths, joined with each step's resource,
 * time-out and retries, without the branches of sides that are left out.
 */
export function joinFlow(file: FileMachine, steps: readonly StepTimes[], sides: Sides): string {
  const known = new Map(steps.map((step) => [step.name, step]));
  return JSON.stringify(joinMachine(file, known, sides), null, 2);
}

/** Names of the Tasks at every depth, in the order of the file. */
export function taskNamesOf({ States }: FileMachine): readonly string[] {
  return Object.entries(States).flatMap(([name, state]) => [
    ...(state.Type === 'Task' ? [name] : []),
    ...machinesOf(state).flatMap(taskNamesOf),
  ]);
}

function joinMachine(
  machine: FileMachine,
  steps: ReadonlyMap<string, StepTimes>,
  sides: Sides,
): FileMachine {
  const states = Object.entries(withoutSides(machine, sides).States).map(([name, state]) => [
    name,
    joinState(name, state, steps, sides),
  ]);
  return { ...withoutSides(machine, sides), States: Object.fromEntries(states) };
}

function joinState(
  name: string,
  state: FileState,
  steps: ReadonlyMap<string, StepTimes>,
  sides: Sides,
): FileState {
  const { Branches, ItemProcessor } = state;
  return {
    ...state,
    ...(state.Type === 'Task' ? callOf(steps.get(name), name) : {}),
    ...(Branches ? { Branches: Branches.map((one) => joinMachine(one, steps, sides)) } : {}),
    ...(ItemProcessor ? { ItemProcessor: joinMachine(ItemProcessor, steps, sides) } : {}),
  };
}

function callOf(step: StepTimes | undefined, name: string) {
  if (step === undefined) throw new TypeError(`the Task ${name} must be the name of a step`);
  const MaxAttempts = step.retries ?? RETRIES;
  return {
    Resource: `\${${name}}`,
    TimeoutSeconds: step.timeoutSeconds ?? TIMEOUT_SECONDS,
    Retry: [
      {
        ErrorEquals: PASSING,
        IntervalSeconds: 2,
        MaxAttempts,
        BackoffRate: 2,
        JitterStrategy: 'FULL',
      },
    ],
  };
}

/** A side's branch starts at its `<side>-wanted` choice; left out, only `<side>-skipped` stays. */
function withoutSides(machine: FileMachine, sides: Sides): FileMachine {
  for (const side of ['mlops', 'llmops'] as const) {
    const skipped = machine.States[`${side}-skipped`];
    if (sides[side] || skipped === undefined) continue;
    return { ...machine, StartAt: `${side}-skipped`, States: { [`${side}-skipped`]: skipped } };
  }
  return machine;
}

function machinesOf({ Branches = [], ItemProcessor }: FileState): readonly FileMachine[] {
  return ItemProcessor === undefined ? Branches : [...Branches, ItemProcessor];
}
