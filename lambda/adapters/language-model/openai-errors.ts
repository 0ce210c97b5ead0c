import {
  AccessError,
  ContextOverflowError,
  ModelReplyError,
  ModelUnavailableError,
  NotFoundError,
} from '../../errors.ts';

/** OpenAI's error code; llama.cpp's type; the words of vLLM and others that send no code. */
const OVERFLOW = /context_length_exceeded|exceed_context_size|context (?:length|size|window)/i;

/** What a reply with another status than 2xx means; `what` names model and address. */
export function refusedByOpenAi(
  response: Pick<Response, 'status' | 'headers'>,
  refusal: string,
  what: string,
): Error {
  const said = `${what} answered ${response.status}: ${refusal.slice(0, 300)}`;
  switch (response.status) {
    case 401:
      return new AccessError(`${said}; name the variable that holds its key: --api-key-env NAME`);
    case 403:
      return new AccessError(`${said}; give a key that may use this model`);
    case 404:
      return new NotFoundError(
        `${said}; check the URL's version path and that the model is loaded`,
      );
    case 429:
      return new ModelUnavailableError('throttled', `${said}; try again later`, {
        waitMs: waitMs(response.headers.get('retry-after')),
      });
  }
  if (response.status >= 500) {
    return new ModelUnavailableError('failing', `${said}; try again later`, {
      waitMs: waitMs(response.headers.get('retry-after')),
    });
  }
  if (response.status === 413 || OVERFLOW.test(said)) {
    return new ContextOverflowError(`${said}; lower rag.contextTokens or use a larger context`);
  }
  return new ModelReplyError(said);
}

/** RFC 9110: seconds, or a date; undefined where the header says neither. */
function waitMs(header: string | null): number | undefined {
  const seconds = Number(header ?? Number.NaN);
  if (Number.isFinite(seconds) && seconds >= 0) return seconds * 1_000;
  const at = Date.parse(header ?? '');
  return Number.isNaN(at) ? undefined : Math.max(0, at - Date.now());
}
