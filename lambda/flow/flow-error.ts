/**
 * How a state or a whole execution failed, as the service says it: an error name and a cause.
 * `thrown` keeps what a task threw, for callers in the same process.
 */
export class FlowError extends Error {
  override readonly name = 'FlowError';
  /** Error name that `ErrorEquals` is compared with, e.g. `States.Timeout`, `UnavailableError`. */
  readonly error: string;
  /** Text for people; for a task's failure the JSON that Lambda writes (errorType, errorMessage). */
  override readonly cause: string;
  readonly thrown: unknown;

  constructor(error: string, cause: string, thrown?: unknown) {
    super(cause === '' ? error : `${error}: ${cause}`);
    this.error = error;
    this.cause = cause;
    this.thrown = thrown;
  }
}

/** A fault of the definition for this input. Never retried or caught (AWS, States.Runtime). */
export function runtimeError(cause: string): FlowError {
  return new FlowError('States.Runtime', cause);
}

/** What a failed function looks like to a state machine: its error's name, and its error as JSON. */
export function taskFailure(thrown: unknown): FlowError {
  const errorType = thrown instanceof Error ? thrown.name : 'Error';
  const errorMessage = thrown instanceof Error ? thrown.message : String(thrown);
  return new FlowError(errorType, JSON.stringify({ errorType, errorMessage }), thrown);
}
