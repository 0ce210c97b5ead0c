import { isDeepStrictEqual } from 'node:util';
import type { Definition, Run } from './flow-case.ts';
import { certainOrder } from './order.ts';

/** The second engine sleeps for real on a busy machine: it may be late by this, never early. */
const LATE_MS = 3000;
const EARLY_MS = 60;

/** What two runs of a case do not agree in, in words; empty where they agree. */
export function differences(definition: Definition, ours: Run, theirs: Run): readonly string[] {
  const entered = (run: Run) => certainOrder(definition, run.entered, (name) => name);
  const calls = (run: Run) => {
    const plain = run.calls.map(({ task, input }) => ({ task, input }));
    return certainOrder(definition, plain, ({ task }) => task);
  };
  return [
    ...differ('output', ours.output, theirs.output),
    ...differ('error', ours.error, theirs.error),
    ...differ('cause', causeOf(ours), causeOf(theirs)),
    ...differ('order of states', entered(ours), entered(theirs)),
    ...differ('calls', calls(ours), calls(theirs)),
    ...times(ours, theirs),
  ];
}

/** A cause in words of the service itself is not compared; a task's is, as JSON. */
function causeOf({ error = '', cause = '' }: Run): unknown {
  if (error.startsWith('States.') || error === 'refused') return undefined;
  return cause.startsWith('{') ? JSON.parse(cause) : cause;
}

function times(ours: Run, theirs: Run): readonly string[] {
  return ours.calls.flatMap(({ atMs }, index) => {
    const late = (theirs.calls[index]?.atMs ?? atMs) - atMs;
    return late < -EARLY_MS || late > LATE_MS
      ? [`call ${index}: ours after ${atMs} ms, theirs ${late} ms later`]
      : [];
  });
}

function differ(what: string, ours: unknown, theirs: unknown): readonly string[] {
  if (isDeepStrictEqual(ours, theirs)) return [];
  return [`${what}: ours ${short(ours)}`, `${what}: theirs ${short(theirs)}`];
}

function short(value: unknown): string {
  return (JSON.stringify(value) ?? 'none').slice(0, 400);
}
