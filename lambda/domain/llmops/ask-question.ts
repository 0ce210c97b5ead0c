import type { FlowQuestion, OnAnswerStep } from '../../flows.ts';
import type { Ports } from '../../ports.ts';
import type { Answer } from './answer.ts';
import { generateAnswer } from './generate-answer.ts';
import { guardInput } from './guard-input.ts';
import { guardOutput } from './guard-output.ts';
import { recordAnswer } from './record-answer.ts';
import { renderPrompt } from './render-prompt.ts';
import { retrieveForQuestion } from './retrieve-for-question.ts';

/**
 * The states of `answer-flow.asl.json` in one process, for a caller that waits: no start of an
 * execution, no cold start a step. Nothing is tried again here; the caller is told when to.
 * 1. guard the question; 2. retrieve; 3. render; 4. generate; 5. guard the answer; 6. record.
 * @throws UnavailableError, AccessError
 */
export function askQuestion(
  ports: Pick<
    Ports,
    | 'guardrail'
    | 'embedder'
    | 'vectors'
    | 'queryExpansion'
    | 'documents'
    | 'prompts'
    | 'languageModel'
    | 'records'
    | 'audit'
    | 'metrics'
    | 'prices'
    | 'catalogue'
    | 'rag'
    | 'gates'
    | 'now'
  >,
) {
  const guardQuestion = guardInput(ports);
  const retrieve = retrieveForQuestion(ports);
  const render = renderPrompt(ports);
  const generate = generateAnswer(ports);
  const guardAnswer = guardOutput(ports);
  const record = recordAnswer(ports);
  return async (asked: FlowQuestion, onStep: OnAnswerStep = () => undefined): Promise<Answer> => {
    const { tenant, interactionId, documentId } = asked;
    onStep('llmops-guard-input');
    const input = await guardQuestion({ tenant, question: asked.question });
    const interaction = { tenant, interactionId, documentId, input };
    if (input.action === 'blocked') {
      const none = { retrieval: null, prompt: null, generation: null, output: null };
      onStep('llmops-record-answer');
      return record({ ...interaction, ...none });
    }
    const question = input.text;
    onStep('llmops-retrieve-chunks');
    const retrieval = await retrieve({ tenant, question, documentId });
    const { chunks, weights } = retrieval;
    onStep('llmops-render-prompt');
    const prompt = await render({ tenant, interactionId, question, chunks, weights });
    onStep('llmops-generate-answer');
    const generation = await generate({ tenant, interactionId });
    onStep('llmops-guard-output');
    const output = await guardAnswer({ tenant, question, chunks, generation });
    onStep('llmops-record-answer');
    return record({ ...interaction, retrieval, prompt, generation, output });
  };
}
