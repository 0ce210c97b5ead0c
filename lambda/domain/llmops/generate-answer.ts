import { ModelReplyError, UnavailableError } from '../../errors.ts';
import * as z from 'zod';
import { step } from '../../step.ts';
import { answerReplySchema, type Generation, generationSchema } from './answer-steps.ts';
import { answerFromPassages } from '../extractive/answer.ts';
import { isNoMatter } from '../rails/neutralised.ts';
import { generateParsed, outputSchemaOf } from './model-reply.ts';
import { loadPrompt, type StoredPrompt } from './stored-prompt.ts';

/**
 * Lets the language model answer the stored prompt. Where it is unavailable, or its reply cannot be
 * used after one repair: the extractive reader, then a person. The result says which: never an unmarked guess. Missing access is
 * an error of the set-up and fails, naming the model.
 * @throws AccessError
 */
export const generateAnswer = step({
  name: 'llmops-generate-answer',
  does: 'Lets the language model answer a stored prompt',
  input: () => z.strictObject({ tenant: z.string().min(1), interactionId: z.string().min(1) }),
  output: () => generationSchema,
  touches: ['documents.read:prompt', 'languageModel:answer', 'settings.rag', 'metrics'],
  timeoutSeconds: 120,
  run: (ports) => async (input) => {
    const started = ports.now();
    const { tenant } = input;
    const { prompt, variables } = await loadPrompt(ports.documents, input);
    const request = {
      tenant,
      task: 'answer-question' as const,
      messages: [{ role: 'user' as const, text: prompt }],
      outputSchema: outputSchemaOf(answerReplySchema),
      variables,
      maxOutputTokens: ports.rag.maxOutputTokens,
    };
    try {
      const made = await generateParsed(ports.languageModel, request, answerReplySchema);
      const { model, cached } = made.served;
      const fallback: Generation['fallback'] = cached
        ? 'cached'
        : made.served.fallback
          ? 'other-model'
          : 'none';
      const durationMs = ports.now() - started;
      return { reply: made.value, model, fallback, cause: null, usage: made.usage, durationMs };
    } catch (error) {
      if (!(error instanceof UnavailableError || error instanceof ModelReplyError)) throw error;
      const instead = withoutModel(variables);
      const dimensions = { cause: error.name, fallback: instead.fallback };
      ports.metrics.count('AnswerFallbacks', 1, dimensions);
      return {
        ...instead,
        cause: `${error.name}: ${error.message}`,
        usage: { inputTokens: 0, outputTokens: 0 },
        durationMs: ports.now() - started,
      };
    }
  },
});

const EXTRACTIVE = 'extractive';

/** The extractive reader; where it finds no answer a person has to. */
function withoutModel(
  variables: StoredPrompt['variables'],
): Pick<Generation, 'reply' | 'model' | 'fallback'> {
  const reply = answerFromPassages({
    ...variables,
    isInstruction: isNoMatter,
  });
  return { reply, model: EXTRACTIVE, fallback: reply.answerable ? 'extractive' : 'person' };
}
