/** Why a document was refused: stable codes that the report counts. */
export type RefusalCode =
  | 'corrupt'
  | 'encrypted'
  | 'empty'
  | 'oversized'
  | 'binary'
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

/** A service is busy, throttled or waking; trying again later helps. */
export class UnavailableError extends StrataError {
  override readonly name = 'UnavailableError';
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

/** A language model's reply does not have the shape that the prompt demands. */
export class ModelReplyError extends StrataError {
  override readonly name = 'ModelReplyError';
}

/** The account or role may not use a model or service; the message names it and the remedy. */
export class AccessError extends StrataError {
  override readonly name = 'AccessError';
}
