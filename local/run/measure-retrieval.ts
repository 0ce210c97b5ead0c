import type {
  MeasuredRetrieval,
  RetrievalQuestion,
} from '../../lambda/domain/evaluation/measured.ts';
import {
  plannedRetrieval,
  type RetrievalPorts,
} from '../../lambda/domain/llmops/retrieval/hybrid-retrieval.ts';
import type { QueryExpansion } from '../../lambda/domain/llmops/retrieval/query-expansion.ts';
import { concurrently } from '../concurrently.ts';
import type { Progress } from './progress.ts';

const AT_ONCE = 4;
/** Recall is measured on the best five. */
const SCORED_CHUNKS = 5;

/** Asks each clause question of its document, with and without what was learned of clauses. */
export async function measureRetrieval(
  request: {
    readonly tenant: string;
    readonly ports: RetrievalPorts;
    readonly expansion: QueryExpansion | null;
    readonly progress: Progress;
    readonly signal: AbortSignal;
  },
  questions: readonly RetrievalQuestion[],
): Promise<readonly MeasuredRetrieval[]> {
  const { ports, expansion, tenant, signal } = request;
  if (questions.length === 0) return [];
  const untuned = plannedRetrieval(ports);
  const tuned = expansion === null ? null : plannedRetrieval(ports, expansion);
  return request.progress.stage('Measure retrieval', questions.length, (tick) =>
    concurrently(questions, AT_ONCE, async (question) => {
      signal.throwIfAborted();
      const query = {
        tenant,
        question: question.question,
        documentId: question.documentId,
      };
      const found = { untuned: await untuned(query), tuned: (await tuned?.(query)) ?? null };
      tick();
      const ranges = ({ chunks }: typeof found.untuned) =>
        chunks.slice(0, SCORED_CHUNKS).map((chunk) => chunk.range);
      return {
        question,
        untuned: ranges(found.untuned),
        tuned: found.tuned === null ? null : ranges(found.tuned),
      };
    }),
  );
}
