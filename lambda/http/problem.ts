import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { HTTPException } from 'hono/http-exception';
import { ZodError } from 'zod';
import { LimitExceededError, StrataError, UnavailableError } from '../errors.ts';

/** Error body of every area: RFC 9457, media type `application/problem+json`. */
export interface Problem {
  /** `urn:strata:problem:<error name>`: stable, what a client switches on. */
  readonly type: string;
  readonly title: string;
  readonly status: ContentfulStatusCode;
  readonly detail: string;
  /** Where it helps to try again, and when; also the Retry-After header. */
  readonly retryAfterSeconds?: number;
}

/** RFC 9110 status and a short title for each error of `lambda/errors.ts`. */
const KNOWN: Readonly<Record<string, { status: ContentfulStatusCode; title: string }>> = {
  InvalidInputError: { status: 400, title: 'Invalid input' },
  NotFoundError: { status: 404, title: 'Not found' },
  RefusedError: { status: 409, title: 'Refused' },
  LimitExceededError: { status: 429, title: 'Limit exceeded' },
  AccessError: { status: 502, title: 'Model or service not accessible' },
  ModelReplyError: { status: 502, title: 'Unusable reply of the model' },
  ModelRefusalError: { status: 502, title: 'The model refused to reply' },
  ContextOverflowError: { status: 422, title: 'Too long for the model' },
  UnavailableError: { status: 503, title: 'Unavailable' },
  ModelUnavailableError: { status: 503, title: 'The model is unavailable' },
};

/**
 * Turns anything thrown into a problem response. Messages of our own errors are written for
 * readers and passed on; the text of unknown errors may hold secrets and is only logged.
 */
export function problemResponse(error: unknown, c: Context): Response {
  const problem = reportProblem(error, c.req.path);
  const headers: Record<string, string> = { 'content-type': 'application/problem+json' };
  if (problem.retryAfterSeconds !== undefined) {
    headers['retry-after'] = String(problem.retryAfterSeconds);
  }
  return c.body(JSON.stringify(problem), problem.status, headers);
}

/** The problem that a client is told; what is our fault is logged too. */
export function reportProblem(error: unknown, path: string): Problem {
  const problem = toProblem(error);
  if (problem.status >= 500) logFailure(error, path);
  return problem;
}

function toProblem(error: unknown): Problem {
  if (error instanceof ZodError) {
    return makeProblem('InvalidInputError', 400, 'Invalid input', describeIssues(error));
  }
  if (error instanceof HTTPException) {
    return makeProblem('HttpError', error.status, 'Request refused', error.message);
  }
  const known = error instanceof StrataError ? KNOWN[error.name] : undefined;
  if (error instanceof StrataError && known !== undefined) {
    const problem = makeProblem(error.name, known.status, known.title, error.message);
    const waits = error instanceof LimitExceededError || error instanceof UnavailableError;
    if (!waits) return problem;
    return { ...problem, retryAfterSeconds: Math.max(1, Math.ceil(error.retryAfterSeconds)) };
  }
  return makeProblem(
    'InternalError',
    500,
    'Internal error',
    'the request failed for a reason that the log names; try again, then tell the operator',
  );
}

function makeProblem(
  name: string,
  status: ContentfulStatusCode,
  title: string,
  detail: string,
): Problem {
  return { type: `urn:strata:problem:${name}`, title, status, detail };
}

function describeIssues(error: ZodError): string {
  return error.issues
    .map((issue) => `${issue.path.join('.') || 'request'}: ${issue.message}`)
    .join('; ');
}

function logFailure(error: unknown, path: string): void {
  const name = error instanceof Error ? error.name : 'unknown';
  const message = error instanceof Error ? error.message : String(error);
  console.error(JSON.stringify({ level: 'error', path, name, message }));
}
