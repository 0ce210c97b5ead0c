import type { FlowCase, Turn } from './flow-case.ts';

/** Plays the turns of a case's tasks; each engine's run of the case has its own. */
export function turnsOf({ tasks = {} }: FlowCase): (task: string, input: unknown) => Turn {
  const played = new Map<string, number>();
  return (task, input) => {
    const turns = tasks[task] ?? [{ gives: { got: input } }];
    const turn = played.get(task) ?? 0;
    played.set(task, turn + 1);
    return turns[Math.min(turn, turns.length - 1)] ?? {};
  };
}
