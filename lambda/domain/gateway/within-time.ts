import { ModelUnavailableError } from '../../errors.ts';
import type { LanguageModelEvent } from './language-model-exchange.ts';
import type { Patience, Time } from './try-again.ts';

/** What `Promise.race` gives where the wait was over first. */
const LATE = Symbol('late');

/**
 * The events of one call; a call that is silent for too long, or goes on beyond the deadline, is
 * ended. Leaving the loop ends the call too: an answer that nobody waits for costs no more tokens.
 * @throws ModelUnavailableError `slow`
 */
export async function* withinTime(
  call: (signal: AbortSignal) => AsyncIterable<LanguageModelEvent>,
  limits: Pick<Patience, 'idleMs'> & {
    /** Milliseconds since the epoch. */
    readonly until: number;
    readonly time: Time;
    readonly model: string;
  },
  outer?: AbortSignal,
): AsyncIterable<LanguageModelEvent> {
  const { idleMs, until, time, model } = limits;
  const ended = new AbortController();
  const signal = outer === undefined ? ended.signal : AbortSignal.any([outer, ended.signal]);
  const events = call(signal)[Symbol.asyncIterator]();
  try {
    for (;;) {
      const waitMs = Math.min(idleMs, until - time.now());
      const came = new AbortController();
      const late = time.wait(waitMs, came.signal).then((): typeof LATE => LATE);
      // Also where the call fails: a wait that is left running holds the process.
      const next = await Promise.race([events.next(), late]).finally(() => came.abort());
      if (next === LATE) throw slow(model, waitMs);
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    ended.abort();
    // Not awaited: a call that hangs would hold up the one that follows it.
    events.return?.().catch(() => undefined);
  }
}

function slow(model: string, waitMs: number): ModelUnavailableError {
  return new ModelUnavailableError(
    'slow',
    `${model} must send the next part of its reply within ${Math.round(waitMs)} ms and did not; ` +
      'try again later, or choose a faster model',
  );
}
