import type { Condition, RecordQuery } from './record-query.ts';
import type { ReadQuestion } from './read-question.ts';

/** What the question before was about. */
export interface Previous {
  /** The one document. */
  readonly documentId: string | null;
  /** What answered it, where extracted fields did. */
  readonly query: RecordQuery | null;
}

/**
 * The query of a question that goes on from the one before (`and those above 5,000?`): it keeps the
 * documents and conditions, replaces those of the same fields, and asks what the new words ask.
 */
export function continueQuery(before: RecordQuery, said: ReadQuestion): RecordQuery {
  const replaced = new Set(said.conditions.flatMap(({ fields }) => fields));
  const kept = before.conditions.filter(({ fields }) => !fields.some((one) => replaced.has(one)));
  const conditions: Condition[] = [...kept, ...said.conditions];
  return { ...before, conditions, limit: said.limit };
}
