import { ModelUnavailableError } from '../../errors.ts';
import type { LanguageModel } from '../../ports.ts';
import { hasCall, openAllowance, takeCall } from './allowance.ts';
import type { GenerateOptions } from './language-model-exchange.ts';
import { withinTime } from './within-time.ts';

export interface Patience {
  /** A question's calls, repairs and waits included, end within this: less than its step has. */
  readonly deadlineMs: number;
  /** The longest wait for the next event of a reply. */
  readonly idleMs: number;
}

/** What time is to the domain: a composition gives the real one, a test its own. */
export interface Time {
  readonly now: () => number;
  /** Resolves after so long, or as soon as the signal is aborted; never rejects. */
  readonly wait: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** 0 to below 1: callers that were throttled together must not come back together. */
  readonly random: () => number;
}

const FIRST_PAUSE_MS = 500;

/**
 * Calls a model again that is busy, failing, too slow or broke off: the only layer that does. It
 * waits as long as the provider says, or twice as long each time, and not beyond the deadline. What
 * was released is never begun anew.
 */
export function tryAgain(model: LanguageModel, patience: Patience, time: Time): LanguageModel {
  return {
    reader: model.reader,
    async *generate(request, options = {}) {
      const allowance = options.allowance ?? openAllowance();
      allowance.startedAtMs ??= time.now();
      const until = allowance.startedAtMs + patience.deadlineMs;
      let failure = exhausted(model.reader);
      for (let attempt = 0; takeCall(allowance, model.reader); attempt += 1) {
        const call = (signal: AbortSignal) => model.generate(request, { ...options, signal });
        try {
          yield* withinTime(
            call,
            { ...patience, until, time, model: model.reader },
            options.signal,
          );
          return;
        } catch (error) {
          if (!(error instanceof ModelUnavailableError) || isOver(options)) throw error;
          failure = error;
          const pauseMs = pauseAfter(error, attempt, time);
          if (time.now() + pauseMs >= until) throw error;
          if (hasCall(allowance, model.reader)) await time.wait(pauseMs, options.signal);
        }
      }
      throw failure;
    },
  };
}

function isOver({ signal, isReleased }: GenerateOptions): boolean {
  return signal?.aborted === true || isReleased?.() === true;
}

/** Half of the pause is certain, half is chance (AWS: "Exponential Backoff And Jitter", equal jitter). */
function pauseAfter(error: ModelUnavailableError, attempt: number, time: Time): number {
  const pauseMs = FIRST_PAUSE_MS * 2 ** attempt;
  return Math.max(error.waitMs ?? 0, pauseMs / 2 + (pauseMs / 2) * time.random());
}

function exhausted(model: string): ModelUnavailableError {
  return new ModelUnavailableError(
    'throttled',
    `one question may call ${model} three times and all models six times, and it has; ask again later`,
  );
}
