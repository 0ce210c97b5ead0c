import { ModelReplyError, UnavailableError } from '../../errors.ts';
import type { Ports } from '../../ports.ts';
import { answerReplySchema, type Generation } from './answer-steps.ts';
import { answerFromPassages } from './extractive-reader.ts';
import { generateParsed } from './model-reply.ts';
import { loadPrompt } from './stored-prompt.ts';

/**
 * Lets the language model answer the stored prompt. Where it is unavailable, or its reply cannot be
 * used after one repair, the extractive reader answers and the result says so: never an unmarked
 * guess. Missing access is an error of the set-up and fails, naming the model.
 * @throws AccessError
 */
export function generateAnswer(
  ports: Pick<Ports, 'documents' | 'languageModel' | 'rag' | 'metrics' | 'now'>,
) {
  return async (input: {
    readonly tenant: string;
    readonly interactionId: string;
  }): Promise<Generation> => {
    const started = ports.now();
    const { prompt, variables } = await loadPrompt(ports.documents, input);
    const request = {
      tenant: input.tenant,
      task: 'answer-question' as const,
      prompt,
      variables,
      maxOutputTokens: ports.rag.maxOutputTokens,
    };
    try {
      const made = await generateParsed(ports.languageModel, request, answerReplySchema);
      const { model, fallback } = made.reply;
      const durationMs = ports.now() - started;
      return { reply: made.value, model, fallback, cause: null, usage: made.usage, durationMs };
    } catch (error) {
      if (!(error instanceof UnavailableError || error instanceof ModelReplyError)) throw error;
      ports.metrics.count('AnswerFallbacks', 1, { cause: error.name });
      return {
        reply: answerFromPassages(variables),
        model: 'extractive',
        fallback: 'extractive',
        cause: `${error.name}: ${error.message}`,
        usage: { inputTokens: 0, outputTokens: 0 },
        durationMs: ports.now() - started,
      };
    }
  };
}
