import type { Allowance } from './language-model-exchange.ts';

/** Calls of one model for one question: the first and two more. */
const MOST_CALLS_OF_A_MODEL = 3;
/** Calls for one question, whatever models it takes and however often it is repaired. */
const MOST_CALLS = 6;

/** Begins a question; its calls are made with this. */
export function openAllowance(): Allowance {
  return { callsOf: new Map(), startedAtMs: null };
}

export function hasCall({ callsOf }: Allowance, model: string): boolean {
  const all = [...callsOf.values()].reduce((sum, calls) => sum + calls, 0);
  return (callsOf.get(model) ?? 0) < MOST_CALLS_OF_A_MODEL && all < MOST_CALLS;
}

/** Counts one call of the model; false, and not counted, where there is none left. */
export function takeCall(allowance: Allowance, model: string): boolean {
  if (!hasCall(allowance, model)) return false;
  allowance.callsOf.set(model, (allowance.callsOf.get(model) ?? 0) + 1);
  return true;
}
