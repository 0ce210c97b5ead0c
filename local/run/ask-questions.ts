import type { GoldAnswer, MeasuredAnswer } from '../../lambda/domain/evaluation/measured.ts';
import type { Answer } from '../../lambda/domain/llmops/answer/answer.ts';
import type { FlowQuestion } from '../../lambda/flow-ports.ts';
import { concurrently } from '../concurrently.ts';
import type { Journal } from './journal.ts';
import { type LeftOpen, openQuestion } from './open-failures.ts';
import type { Progress } from './progress.ts';

const AT_ONCE = 4;

export interface AskedQuestion {
  readonly id: string;
  readonly question: string;
  readonly documentId: string | null;
  readonly gold: GoldAnswer | null;
}

export interface AskRequest {
  readonly tenant: string;
  readonly newId: () => string;
  readonly answerQuestion: (question: FlowQuestion) => Promise<Answer>;
  /** Source text of a range of a document. */
  readonly textOf: (documentId: string, range: readonly [number, number]) => string;
  readonly journal: Journal<Answer>;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

/**
 * Asks the golden questions through the answer flow, each once. An answer that a fallback gave because the
 * model could not be had is not journaled: the next run asks again.
 */
export async function askQuestions(
  request: AskRequest,
  questions: readonly AskedQuestion[],
): Promise<{ readonly answers: readonly MeasuredAnswer[]; readonly open: readonly LeftOpen[] }> {
  const { journal, progress, signal, tenant, newId } = request;
  const open: LeftOpen[] = [];
  if (questions.length === 0) return { answers: [], open };
  const answers = await progress.stage('Ask questions', questions.length, (tick) =>
    concurrently(questions, AT_ONCE, async ({ id, question, documentId, gold }) => {
      signal.throwIfAborted();
      const known = journal.done.get(id);
      const answer =
        known ??
        (await request.answerQuestion({
          tenant,
          interactionId: newId(),
          question,
          documentId,
          askedBy: null,
          follows: null,
        }));
      const left = openQuestion(id, answer);
      if (left !== null) open.push(left);
      else if (known === undefined) journal.add(id, answer);
      tick();
      const citedTexts = answer.citations.map((citation) => {
        const chunk = answer.retrieved.find(({ chunkId }) => chunkId === citation.chunkId);
        return request.textOf(citation.documentId, chunk?.range ?? citation.range);
      });
      return { id, answer, citedTexts, gold };
    }),
  );
  return { answers, open };
}
