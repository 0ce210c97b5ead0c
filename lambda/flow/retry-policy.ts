import type { FlowError } from './flow-error.ts';
import type { Retrier } from './machine.ts';

/** Errors that end an execution whatever a definition says (developer guide, error names). */
const NEVER_HANDLED = 'States.Runtime';
/** Not matched by the wildcards, by its name only (developer guide, error names). */
const NAMED_ONLY = 'States.DataLimitExceeded';

/** Whether a retrier or catcher that lists these names takes the error. */
export function matches(errorEquals: readonly string[], { error }: FlowError): boolean {
  if (error === NEVER_HANDLED) return false;
  if (errorEquals.includes(error)) return true;
  if (error === NAMED_ONLY) return false;
  return (
    errorEquals.includes('States.ALL') ||
    (errorEquals.includes('States.TaskFailed') && error !== 'States.Timeout')
  );
}

/** Counts the attempts of one visit to a state: each retrier has its own number of them. */
export class RetryPolicy {
  readonly #retriers: readonly Retrier[];
  readonly #random: () => number;
  readonly #used = new Map<Retrier, number>();

  constructor(retriers: readonly Retrier[], random: () => number) {
    this.#retriers = retriers;
    this.#random = random;
  }

  /** Milliseconds to wait before the next attempt; null: none is left. The first match decides. */
  nextDelayMs(error: FlowError): number | null {
    const retrier = this.#retriers.find(({ ErrorEquals }) => matches(ErrorEquals, error));
    if (retrier === undefined) return null;
    const used = this.#used.get(retrier) ?? 0;
    if (used >= retrier.MaxAttempts) return null;
    this.#used.set(retrier, used + 1);
    const grown = retrier.IntervalSeconds * retrier.BackoffRate ** used;
    const delay = Math.min(grown, retrier.MaxDelaySeconds);
    return 1000 * delay * (retrier.JitterStrategy === 'FULL' ? this.#random() : 1);
  }
}
