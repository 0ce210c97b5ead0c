import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { Profile } from '../../config/schema.ts';

const FLOWS = 'lib/orchestration/flows';

export type State = Readonly<Record<string, unknown>> & {
  readonly Type: string;
  readonly Branches?: readonly Machine[] | undefined;
};
export interface Machine {
  readonly [key: string]: unknown;
  readonly StartAt: string;
  readonly States: Readonly<Record<string, State>>;
}

const machineSchema: z.ZodType<Machine> = z.lazy(() =>
  z.looseObject({ StartAt: z.string(), States: z.record(z.string(), stateSchema) }),
);
const stateSchema: z.ZodType<State> = z.looseObject({
  Type: z.string(),
  Branches: z.array(machineSchema).optional(),
});

/** The state machine as its file says, without the branches of sides that are left out. */
export function flowDefinition(name: string, sides: Profile['sides']): Machine {
  const file = join(FLOWS, `${name}.asl.json`);
  const machine = machineSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const omitted = (['llmops', 'mlops'] as const).filter((side) => !sides[side]);
  return omitted.reduce(withoutSide, machine);
}

/** Names of the states that call a function, in every branch. */
export function taskStems(machine: Machine): readonly string[] {
  return Object.entries(machine.States).flatMap(([name, state]) => [
    ...(state.Type === 'Task' ? [name] : []),
    ...(state.Branches ?? []).flatMap(taskStems),
  ]);
}

/** A side's branch starts at its `<side>-wanted` choice; left out, only `<side>-skipped` stays. */
function withoutSide(machine: Machine, side: 'llmops' | 'mlops'): Machine {
  const skipped = `${side}-skipped`;
  const states = Object.entries(machine.States).map(([name, state]) => {
    const branches = state.Branches?.map((branch) => {
      const only = branch.States[skipped];
      return only ? { ...branch, StartAt: skipped, States: { [skipped]: only } } : branch;
    });
    return [name, branches ? { ...state, Branches: branches } : state] as const;
  });
  return { ...machine, States: Object.fromEntries(states) };
}
