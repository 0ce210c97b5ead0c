import type { Definition, StateText } from './flow-case.ts';

/** Names of the Task states, at every depth. */
export function taskNamesOf(definition: Definition): readonly string[] {
  return machinesOf(definition).flatMap(({ states }) =>
    states.flatMap(([name, { Type }]) => (Type === 'Task' ? [name] : [])),
  );
}

/**
 * What is certain about an order: the states of one machine or branch, one after another. Branches
 * run beside each other, so theirs are told apart; items that may overlap are only counted.
 */
export function certainOrder<T>(
  definition: Definition,
  happened: readonly T[],
  nameOf: (item: T) => string,
): readonly (readonly T[])[] {
  return machinesOf(definition).map(({ states, overlaps }) => {
    const names = new Set(states.map(([name]) => name));
    const own = happened.filter((item) => names.has(nameOf(item)));
    return overlaps ? own.toSorted(byText) : own;
  });
}

interface FlatMachine {
  readonly states: readonly (readonly [string, StateText])[];
  /** Whether several of it may run at once. */
  readonly overlaps: boolean;
}

function machinesOf(definition: Definition, overlaps = false): readonly FlatMachine[] {
  const states = Object.entries(definition.States);
  const inner = states.flatMap(([, state]) => [
    ...(state.Branches ?? []).flatMap((branch) => machinesOf(branch, overlaps)),
    ...(state.ItemProcessor === undefined
      ? []
      : machinesOf(state.ItemProcessor, overlaps || state.MaxConcurrency !== 1)),
  ]);
  return [{ states, overlaps }, ...inner];
}

function byText(left: unknown, right: unknown): number {
  return JSON.stringify(left) < JSON.stringify(right) ? -1 : 1;
}
