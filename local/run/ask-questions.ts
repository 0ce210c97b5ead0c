import { createHash } from 'node:crypto';
import type { MeasuredAnswer } from '../../lambda/domain/compare/run-measurement.ts';
import type { Answer } from '../../lambda/domain/llmops/answer.ts';
import type { FlowQuestion } from '../../lambda/flow-ports.ts';
import { concurrently } from '../concurrently.ts';
import type { Journal } from './journal.ts';
import type { Progress } from './progress.ts';

const AT_ONCE = 4;

export interface AskedQuestion {
  readonly id: string;
  readonly question: string;
  readonly documentId: string | null;
  readonly answerable: boolean | null;
}

export interface AskRequest {
  readonly tenant: string;
  /** The run's key: the same question of the same run is one interaction. */
  readonly runKey: string;
  readonly answerQuestion: (question: FlowQuestion) => Promise<Answer>;
  /** Source text of a range of a document. */
  readonly textOf: (documentId: string, range: readonly [number, number]) => string;
  readonly journal: Journal<Answer>;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

/** Asks the golden questions through the answer flow, each once. */
export async function askQuestions(
  request: AskRequest,
  questions: readonly AskedQuestion[],
): Promise<readonly MeasuredAnswer[]> {
  const { journal, progress, signal, tenant, runKey } = request;
  if (questions.length === 0) return [];
  return progress.stage('Ask questions', questions.length, (tick) =>
    concurrently(questions, AT_ONCE, async ({ id, question, documentId, answerable }) => {
      signal.throwIfAborted();
      const known = journal.done.get(id);
      const answer =
        known ??
        (await request.answerQuestion({
          tenant,
          interactionId: interactionId(runKey, id),
          question,
          documentId,
          askedBy: null,
        }));
      if (known === undefined) journal.add(id, answer);
      tick();
      const citedTexts = answer.citations.map((citation) => {
        const chunk = answer.retrieved.find(({ chunkId }) => chunkId === citation.chunkId);
        return request.textOf(citation.documentId, chunk?.range ?? citation.range);
      });
      return { id, answer, citedTexts, answerable };
    }),
  );
}

function interactionId(runKey: string, questionId: string): string {
  return createHash('sha256').update(`${runKey}\n${questionId}`).digest('hex').slice(0, 32);
}
