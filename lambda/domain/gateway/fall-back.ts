import { ModelReplyError, ModelUnavailableError } from '../../errors.ts';
import type { LanguageModel } from '../../ports.ts';

/**
 * Asks the next model where one is unavailable or replies nothing that can be read; the reply says
 * that another one served. A mistake of the set-up (access, name, key) is not hidden: it is thrown.
 */
export function fallBack(models: readonly [LanguageModel, ...LanguageModel[]]): LanguageModel {
  const [first, ...others] = models;
  return {
    reader: first.reader,
    async *generate(request, options = {}) {
      let failure: unknown;
      for (const model of [first, ...others]) {
        try {
          for await (const event of model.generate(request, options)) {
            const isOther = event.type === 'served' && model !== first;
            yield isOther ? { ...event, fallback: true } : event;
          }
          return;
        } catch (error) {
          // What was asked for is what the caller has to mend; that the other failed too is no news.
          failure ??= error;
          if (!mayFallBack(error) || options.signal?.aborted || options.isReleased?.()) throw error;
        }
      }
      throw failure;
    },
  };
}

function mayFallBack(error: unknown): boolean {
  return error instanceof ModelUnavailableError || error instanceof ModelReplyError;
}
