import {
  backgroundSentences,
  unmarkedSentences,
} from '../../lambda/domain/llmops/judge/unmarked-sentences.ts';
import type { ClauseTraining } from '../../lambda/domain/llmops/retrieval/query-expansion.ts';
import type { CorpusDocument } from '../corpus/corpus.ts';

/** Characters: a date or a name alone says nothing of how a clause is worded. */
const LEAST_SPAN = 20;

/**
 * What the marked clauses of training documents say of asking for a clause; null where none is marked.
 * @param texts text by id in the corpus, of the documents that were read
 */
export function clauseTraining(
  documents: readonly CorpusDocument[],
  texts: ReadonlyMap<string, string>,
  questions: Readonly<Record<string, string>>,
): ClauseTraining | null {
  const spans: Record<string, string[]> = {};
  const read: { readonly text: string; readonly clauses: CorpusDocument['clauses'] }[] = [];
  for (const { id, clauses } of documents) {
    const text = texts.get(id);
    if (text === undefined) continue;
    read.push({ text, clauses });
    for (const [clause, marked] of Object.entries(clauses)) {
      (spans[clause] ??= []).push(...marked.filter((span) => span.length > LEAST_SPAN));
    }
  }
  if (Object.keys(spans).length === 0) return null;
  const unmarked = unmarkedSentences(read);
  return { spans, questions, unmarked, background: backgroundSentences(read) };
}
