import * as z from 'zod';
import type { ClaimOf } from '../../../../config/controls/schema.ts';
import { type Evidence, type Found, held, notHeld } from './evidence.ts';

interface State {
  readonly Next?: string | undefined;
  readonly Default?: string | undefined;
  readonly Choices?: readonly { readonly Next?: string | undefined }[] | undefined;
  readonly Catch?: readonly { readonly Next: string }[] | undefined;
  readonly Branches?: readonly Machine[] | undefined;
}
interface Machine {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, State>>;
}
const stateSchema: z.ZodType<State> = z.lazy(() =>
  z.looseObject({
    Next: z.string().optional(),
    Default: z.string().optional(),
    Choices: z.array(z.looseObject({ Next: z.string().optional() })).optional(),
    Catch: z.array(z.looseObject({ Next: z.string() })).optional(),
    Branches: z.array(machineSchema).optional(),
  }),
);
const machineSchema: z.ZodType<Machine> = z.lazy(() =>
  z.looseObject({ StartAt: z.string(), States: z.record(z.string(), stateSchema) }),
);

/** Whether no path of a flow's definition reaches a state without another. */
export function checkFlow(
  { flow, state, before }: ClaimOf<'flow'>,
  { profile, steps }: Evidence,
): Found {
  const machine = machineSchema.parse(JSON.parse(steps.flow(profile.env, flow)));
  const edges = edgesOf(machine);
  for (const name of [state, before]) {
    if (!edges.has(name)) return notHeld(`${flow} must have the state ${name}, and has not`);
  }
  const way = wayTo(before, machine.StartAt, state, edges);
  const rests = [state, before].map((one) => ({ kind: 'state' as const, at: `${flow}: ${one}` }));
  if (way === null) return held(`no path of ${flow} reaches ${before} without ${state}`, rests);
  return notHeld(`${flow} reaches ${before} without ${state}: ${way.join(' → ')}`, rests);
}

/** A parallel state leads into its branches, and past them: no branch counts as sure to have run. */
function edgesOf({ States }: Machine, edges = new Map<string, string[]>()): Map<string, string[]> {
  for (const [name, one] of Object.entries(States)) {
    const choices = (one.Choices ?? []).flatMap(({ Next }) => Next ?? []);
    const caught = (one.Catch ?? []).map(({ Next }) => Next);
    const branches = (one.Branches ?? []).map(({ StartAt }) => StartAt);
    edges.set(name, [
      ...(one.Next === undefined ? [] : [one.Next]),
      ...(one.Default === undefined ? [] : [one.Default]),
      ...choices,
      ...caught,
      ...branches,
    ]);
    for (const branch of one.Branches ?? []) edgesOf(branch, edges);
  }
  return edges;
}

/** The first path that avoids a state; null where there is none. */
function wayTo(
  goal: string,
  start: string,
  avoided: string,
  edges: ReadonlyMap<string, readonly string[]>,
): readonly string[] | null {
  const open: (readonly string[])[] = start === avoided ? [] : [[start]];
  const seen = new Set<string>([start]);
  for (let path = open.shift(); path !== undefined; path = open.shift()) {
    const at = path.at(-1) ?? start;
    if (at === goal) return path;
    for (const next of edges.get(at) ?? []) {
      if (next === avoided || seen.has(next)) continue;
      seen.add(next);
      open.push([...path, next]);
    }
  }
  return null;
}
