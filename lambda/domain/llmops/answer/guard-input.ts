import * as z from 'zod';
import { step } from '../../../step.ts';
import { guardedInputSchema, interactionKey } from './answer-steps.ts';

/** Lets the guardrail mask or block the question; a blocked question is a result, not an error. */
export const guardInput = step({
  name: 'llmops-guard-input',
  does: 'Masks or blocks a question',
  input: () =>
    z.strictObject({
      ...interactionKey(),
      question: z.string().trim().min(1).max(10_000),
    }),
  output: guardedInputSchema,
  touches: ['guardrail', 'metrics'],
  run: (ports) => async (input) => {
    const started = ports.now();
    const { action, text, triggers } = await ports.guardrail.assess({
      direction: 'input',
      text: input.question,
    });
    for (const { policy, count } of triggers) {
      ports.metrics.count('GuardrailTriggers', count, { policy, direction: 'input' });
    }
    return {
      action,
      text,
      triggers: [...triggers],
      askedAt: new Date(started).toISOString(),
    };
  },
});
