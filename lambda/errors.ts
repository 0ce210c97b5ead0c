/** Why a document was refused: stable codes that the report counts. */
export type RefusalCode =
  | 'corrupt'
  | 'encrypted'
  | 'empty'
  | 'oversized'
  | 'binary'
  | 'unsupported-format'
  | 'wrong-encoding'
  | 'mislabelled'
  | 'nested-too-deeply'
  | 'expands-too-far'
  | 'too-many-pages'
  | 'active-content'
  | 'no-text';

/** A refusal is a result, not an exception: `message` says what must hold, what was given, what to do. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly message: string;
}

/** Base of the family. `name` is a literal: minified class names break Retry and Catch on AWS. */
export abstract class StrataError extends Error {
  abstract override readonly name: string;
}

/** The caller gave something that cannot be used; trying again changes nothing. */
export class InvalidInputError extends StrataError {
  override readonly name = 'InvalidInputError';
}

/** A configuration value is wrong; the message names file, key, value and remedy. */
export class ConfigurationError extends StrataError {
  override readonly name = 'ConfigurationError';
}

/** What was asked for does not exist (for this tenant). */
export class NotFoundError extends StrataError {
  override readonly name = 'NotFoundError';
}

/** A rule, a gate or what somebody else did stands against what is asked (HTTP 409). */
export class RefusedError extends StrataError {
  override readonly name = 'RefusedError';
}

/** A service is busy, throttled or waking; trying again later helps. */
export class UnavailableError extends StrataError {
  override readonly name: 'UnavailableError' | 'ModelUnavailableError' = 'UnavailableError';
  readonly retryAfterSeconds: number;
  constructor(message: string, retryAfterSeconds: number, options?: ErrorOptions) {
    super(message, options);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** A quota or a spending limit is used up (HTTP 429). */
export class LimitExceededError extends StrataError {
  override readonly name = 'LimitExceededError';
  readonly retryAfterSeconds: number;
  constructor(message: string, retryAfterSeconds: number) {
    super(message);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** How a language model failed to reply though the request was right. */
export type ModelFailure = 'throttled' | 'failing' | 'unreachable' | 'slow' | 'interrupted';

/**
 * A language model is busy, failing, out of reach, too slow, or stopped in the middle. Its own name
 * keeps a flow from trying again what the gateway has already tried.
 */
export class ModelUnavailableError extends UnavailableError {
  override readonly name = 'ModelUnavailableError';
  readonly failure: ModelFailure;
  /** How long the provider asks to wait; undefined where it does not say. */
  readonly waitMs: number | undefined;
  constructor(
    failure: ModelFailure,
    message: string,
    options: ErrorOptions & { readonly waitMs?: number | undefined } = {},
  ) {
    super(message, options.waitMs === undefined ? 2 : options.waitMs / 1_000, options);
    this.failure = failure;
    this.waitMs = options.waitMs;
  }
}

/** The prompt is longer than the model's context; a shorter one, or a larger model, helps. */
export class ContextOverflowError extends StrataError {
  override readonly name = 'ContextOverflowError';
}

/** The model, or its provider's content filter, refused to reply. */
export class ModelRefusalError extends StrataError {
  override readonly name = 'ModelRefusalError';
}

/** A language model's reply does not have the shape that the prompt demands. */
export class ModelReplyError extends StrataError {
  override readonly name = 'ModelReplyError';
}

/** The account or role may not use a model or service; the message names it and the remedy. */
export class AccessError extends StrataError {
  override readonly name = 'AccessError';
}
