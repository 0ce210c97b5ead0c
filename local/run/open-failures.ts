import type { DocumentRecord } from '../../lambda/domain/document/document.ts';
import type { Answer } from '../../lambda/domain/llmops/answer/answer.ts';

/**
 * Errors that say nothing of what a side can do: a service was busy, out of reach, not allowed or not
 * there. What they ended is no result: it stays open, and the next run tries it again.
 */
const OPEN: ReadonlySet<string> = new Set([
  'ModelUnavailableError',
  'UnavailableError',
  'AccessError',
  'NotFoundError',
  'LimitExceededError',
  'States.Timeout',
]);

/** What was left open, and why; for the person who runs it. */
export interface LeftOpen {
  readonly what: 'document' | 'question';
  readonly id: string;
  /** `<name>: <message>` */
  readonly cause: string;
}

/** Why a document is not processed; null where each side that was to run has a result. */
export function openDocument({ documentId: id, results }: DocumentRecord): LeftOpen | null {
  for (const result of [results?.mlops, results?.llmops]) {
    if (result?.status !== 'failed' || !OPEN.has(result.error.name)) continue;
    const { name, message } = result.error;
    return { what: 'document', id, cause: `${name}: ${message}` };
  }
  return null;
}

/** Why a question was not answered by the reader that was asked; null where it was. */
export function openQuestion(id: string, { cause }: Pick<Answer, 'cause'>): LeftOpen | null {
  const name = cause === null ? '' : cause.slice(0, cause.indexOf(':'));
  return cause !== null && OPEN.has(name) ? { what: 'question', id, cause } : null;
}

/** One sentence: how much is open, the causes by how often they came, and what to do. */
export function describeOpen(open: readonly LeftOpen[]): string {
  const count = (what: LeftOpen['what']) => open.filter((one) => one.what === what).length;
  const causes = new Map<string, number>();
  for (const { cause } of open) causes.set(cause, (causes.get(cause) ?? 0) + 1);
  const listed = [...causes]
    .sort(([, one], [, other]) => other - one)
    .slice(0, 3)
    .map(([cause, times]) => `- ${times} × ${cause}`);
  return (
    `${count('document')} documents and ${count('question')} questions have no result, and stand in the ` +
    `report as failed:\n${listed.join('\n')}\n` +
    'They are open: mend the cause and run the same command again, which tries these alone.'
  );
}
