import * as z from 'zod';

const strength = z.enum(['NONE', 'LOW', 'MEDIUM', 'HIGH']);

/** `config/guardrail.json`: one policy for Bedrock's guardrail and for the laptop's. */
export const guardrailSchema = z.strictObject({
  blockedInput: z.string().min(1).max(500),
  blockedOutput: z.string().min(1).max(500),
  contentFilters: z.array(
    z.strictObject({
      type: z.enum(['HATE', 'INSULTS', 'SEXUAL', 'VIOLENCE', 'MISCONDUCT', 'PROMPT_ATTACK']),
      input: strength,
      output: strength,
    }),
  ),
  pii: z.array(
    z.strictObject({ type: z.string().min(1), action: z.enum(['ANONYMIZE', 'BLOCK', 'NONE']) }),
  ),
  deniedTopics: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(100),
        definition: z.string().min(1).max(200),
        examples: z.array(z.string().max(100)).max(5),
      }),
    )
    .max(30),
  grounding: z.number().min(0).max(0.99),
  relevance: z.number().min(0).max(0.99),
});
export type GuardrailPolicy = z.infer<typeof guardrailSchema>;
