/** One line of a log: what was done, of what, how long it took, what it cost. Never what was said. */
export interface Outcome {
  readonly what: string;
  readonly outcome: 'done' | 'failed';
  readonly tenant?: string;
  readonly documentId?: string;
  readonly interactionId?: string;
  readonly durationMs: number;
  readonly costUsd?: number;
  /** Name of the error. */
  readonly error?: string;
  /** For what is our fault: message and stack. */
  readonly cause?: unknown;
}
export type OutcomeLog = (outcome: Outcome) => void;

/** Runs a piece of work and logs its outcome, once. */
export async function withOutcome<T>(
  told: { readonly what: string; readonly input: unknown; readonly log: OutcomeLog },
  now: () => number,
  work: () => Promise<T>,
): Promise<T> {
  const { what, input, log } = told;
  const started = now();
  const about = { what, ...idsOf(input) };
  try {
    const result = await work();
    const costUsd = propertyOf(result, 'costUsd');
    const cost = typeof costUsd === 'number' ? { costUsd } : {};
    log({ ...about, outcome: 'done', durationMs: now() - started, ...cost });
    return result;
  } catch (error) {
    const name = error instanceof Error ? error.name : 'unknown';
    log({ ...about, outcome: 'failed', durationMs: now() - started, error: name, cause: error });
    throw error;
  }
}

function idsOf(input: unknown): Pick<Outcome, 'tenant' | 'documentId' | 'interactionId'> {
  const ids = ['tenant', 'documentId', 'interactionId'].flatMap((key) => {
    const value = propertyOf(input, key);
    return typeof value === 'string' ? [[key, value] as const] : [];
  });
  return Object.fromEntries(ids);
}

function propertyOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
