import { AccessError, InvalidInputError, NotFoundError, UnavailableError } from '../errors.ts';

/** What the caller of a service was doing: the words of the error that people read. */
export interface AwsCall {
  /** `Bedrock`, `Textract`, … */
  readonly service: string;
  /** The resource: a model id, bucket or table. */
  readonly resource: string;
  /** What to do when access is denied. */
  readonly remedy: string;
}

const BUSY = new Set([
  'InternalServerError',
  'InternalServerException',
  'InternalFailure',
  'LimitExceededException',
  'ModelNotReadyException',
  'ModelTimeoutException',
  'ModelStreamErrorException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'RequestTimeout',
  'ServiceQuotaExceededException',
  'ServiceUnavailable',
  'ServiceUnavailableException',
  'SlowDown',
  'ThrottlingException',
  'TimeoutError',
  'TooManyRequestsException',
]);
const DENIED = new Set(['AccessDenied', 'AccessDeniedException', 'UnrecognizedClientException']);
const UNKNOWN_CALLER = new Set([
  'CredentialsProviderError',
  'ExpiredToken',
  'ExpiredTokenException',
  'InvalidSignatureException',
  'TokenProviderError',
]);
const MISSING = new Set([
  'NoSuchKey',
  'NoSuchBucket',
  'NotFound',
  'ParameterNotFound',
  'ResourceNotFound',
  'ResourceNotFoundException',
]);
const INVALID = new Set(['ValidationException', 'ValidationError', 'InvalidParameterException']);
/** Step Functions waits at least this long before it tries again. */
const RETRY_AFTER_SECONDS = 2;

/** Runs one call of an AWS service; its failures become those of `lambda/errors.ts`. */
export async function callAws<T>(call: AwsCall, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (cause) {
    throw translateAwsError(call, cause);
  }
}

/** The same failure in our family; what is not known stays as it is. */
export function translateAwsError(call: AwsCall, cause: unknown): unknown {
  if (!(cause instanceof Error)) return cause;
  const status = httpStatus(cause);
  const said = `${call.service} ${call.resource}: ${cause.name}: ${cause.message}`;
  if (UNKNOWN_CALLER.has(cause.name)) {
    const remedy = 'sign in to AWS (aws configure, or aws sso login and AWS_PROFILE)';
    return new AccessError(`${said}; ${remedy}`, { cause });
  }
  if (DENIED.has(cause.name) || status === 403) {
    return new AccessError(`${said}; ${call.remedy}`, { cause });
  }
  if (BUSY.has(cause.name) || status === 429 || (status !== undefined && status >= 500)) {
    return new UnavailableError(`${said}; try again later`, RETRY_AFTER_SECONDS, { cause });
  }
  if (isMissing(cause)) return new NotFoundError(said, { cause });
  if (INVALID.has(cause.name)) return new InvalidInputError(said, { cause });
  return cause;
}

export function isMissing(error: unknown): boolean {
  return error instanceof Error && (MISSING.has(error.name) || httpStatus(error) === 404);
}

/** A conditional write found something there already. */
export function isConditionFailed(error: unknown): boolean {
  return (
    error instanceof Error &&
    (error.name === 'ConditionalCheckFailedException' ||
      error.name === 'PreconditionFailed' ||
      httpStatus(error) === 412)
  );
}

function httpStatus(error: Error): number | undefined {
  const metadata: unknown = Reflect.get(error, '$metadata');
  if (typeof metadata !== 'object' || metadata === null) return undefined;
  const status: unknown = Reflect.get(metadata, 'httpStatusCode');
  return typeof status === 'number' ? status : undefined;
}
