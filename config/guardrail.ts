import * as z from 'zod';

/**
 * Personal data that both engines find, by the names of Bedrock's guardrail
 * (https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-sensitive-filters.html).
 */
export const piiTypes = [
  'ADDRESS',
  'AGE',
  'AWS_ACCESS_KEY',
  'AWS_SECRET_KEY',
  'CA_HEALTH_NUMBER',
  'CA_SOCIAL_INSURANCE_NUMBER',
  'CREDIT_DEBIT_CARD_CVV',
  'CREDIT_DEBIT_CARD_EXPIRY',
  'CREDIT_DEBIT_CARD_NUMBER',
  'DRIVER_ID',
  'EMAIL',
  'INTERNATIONAL_BANK_ACCOUNT_NUMBER',
  'IP_ADDRESS',
  'LICENSE_PLATE',
  'MAC_ADDRESS',
  'NAME',
  'PASSWORD',
  'PHONE',
  'PIN',
  'SWIFT_CODE',
  'UK_NATIONAL_HEALTH_SERVICE_NUMBER',
  'UK_NATIONAL_INSURANCE_NUMBER',
  'UK_UNIQUE_TAXPAYER_REFERENCE_NUMBER',
  'URL',
  'USERNAME',
  'US_BANK_ACCOUNT_NUMBER',
  'US_BANK_ROUTING_NUMBER',
  'US_INDIVIDUAL_TAX_IDENTIFICATION_NUMBER',
  'US_PASSPORT_NUMBER',
  'US_SOCIAL_SECURITY_NUMBER',
  'VEHICLE_IDENTIFICATION_NUMBER',
] as const;
export type PiiType = (typeof piiTypes)[number];

/** `NONE` finds, notes and counts; the text goes on as it is. */
export const piiActions = ['ANONYMIZE', 'BLOCK', 'NONE'] as const;

/** Content that both engines judge; the laptop has no list of words for Bedrock's MISCONDUCT. */
export const contentFilterTypes = [
  'HATE',
  'INSULTS',
  'SEXUAL',
  'VIOLENCE',
  'PROMPT_ATTACK',
] as const;
const strength = z.enum(['NONE', 'LOW', 'MEDIUM', 'HIGH']);

const contentFilter = z
  .strictObject({
    type: z.enum(contentFilterTypes, {
      error: ({ input }) =>
        input === 'MISCONDUCT'
          ? "the laptop's engine cannot judge MISCONDUCT; leave it out"
          : undefined,
    }),
    input: strength,
    output: strength,
  })
  .refine(({ type, output }) => type !== 'PROMPT_ATTACK' || output === 'NONE', {
    path: ['output'],
    error: 'Bedrock judges PROMPT_ATTACK on input only; set it to NONE',
  });

const piiRule = z.strictObject({
  type: z.enum(piiTypes, { error: ({ input }) => piiTypeMistake(input) }),
  action: z.enum(piiActions),
});

/** Lengths and counts are Bedrock's quotas; without an example the laptop's engine knows no topic. */
const deniedTopic = z.strictObject({
  name: z
    .string()
    .min(1)
    .max(100)
    .regex(/^[\w !?.-]+$/, 'Bedrock takes letters, digits and - _ ! ? . in the name of a topic'),
  definition: z.string().min(1).max(200),
  examples: z
    .array(z.string().min(1).max(100))
    .min(1, "the laptop's engine judges a topic by its examples; give one to five")
    .max(5),
});

/** Bedrock blocks what scores below the threshold, or notes it with `NONE`; so does the laptop. */
const contextual = z.strictObject({
  threshold: z.number().min(0).max(0.99),
  action: z.enum(['BLOCK', 'NONE']),
});

/**
 * `config/guardrail.json`: one policy for Bedrock's guardrail and for the laptop's. What it accepts
 * both apply; what one of them cannot do it refuses, and says which.
 */
export const guardrailSchema = z.strictObject({
  blockedInput: z.string().min(1).max(500),
  blockedOutput: z.string().min(1).max(500),
  contentFilters: z
    .array(contentFilter)
    .refine(...eachOnce<{ readonly type: string }>(({ type }) => type)),
  pii: z.array(piiRule).refine(...eachOnce<{ readonly type: string }>(({ type }) => type)),
  deniedTopics: z
    .array(deniedTopic)
    .max(30)
    .refine(...eachOnce<{ readonly name: string }>(({ name }) => name)),
  grounding: contextual,
  relevance: contextual,
});
export type GuardrailPolicy = z.infer<typeof guardrailSchema>;

function piiTypeMistake(type: unknown): string | undefined {
  if (typeof type !== 'string') return undefined;
  return `Bedrock's guardrail has no type ${type}; both engines find ${piiTypes.join(', ')}`;
}

function eachOnce<T>(keyOf: (one: T) => string) {
  return [
    (list: readonly T[]) => new Set(list.map(keyOf)).size === list.length,
    'each may stand once: Bedrock refuses a guardrail that names one twice',
  ] as const;
}
