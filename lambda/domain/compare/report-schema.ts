import * as z from 'zod';

/** Stands in `$schema` of every report; a breaking change of the shape makes it version 2. */
export const REPORT_SCHEMA_ID = 'urn:strata:report:1';

const count = z.int().nonnegative();
const share = z.number().min(0).max(1);
const usd = z.number().nonnegative();
const shares = z.record(z.string(), share.nullable());
const latency = z.strictObject({
  p50: z.number().nonnegative().nullable(),
  p95: z.number().nonnegative().nullable(),
});

const costLineSchema = z.strictObject({
  item: z.string(),
  /** Key in `config/prices.json`. */
  price: z.string(),
  /** Single units a document (or an answer): tokens, pages, GB-seconds … */
  quantity: z.number().nonnegative().nullable(),
  priceUsd: usd.nullable(),
  unit: z.string(),
  region: z.string(),
  asOf: z.string(),
  source: z.string(),
  usd: usd.nullable(),
  /** How the quantity comes about, or why the line is null. */
  note: z.string(),
});
export type CostLine = z.infer<typeof costLineSchema>;

const costSchema = z.strictObject({
  projected: z.literal(true),
  /** What the projection is for: the language model's id, or how the trees are served. */
  model: z.string(),
  profile: z.string(),
  documentsPerMonth: z.number().positive(),
  /** True where a line is null: the sum is a lower bound. */
  atLeast: z.boolean(),
  lines: z.array(costLineSchema),
});
export type ProjectedCost = z.infer<typeof costSchema>;

const side = {
  /** Documents with a label that no side learned from. */
  scored: count,
  /** Documents that the side finished, labelled or not. */
  finished: count,
  /** Documents that the side could not finish. */
  failed: count,
  accuracy: share.nullable(),
  macroF1: share.nullable(),
  byCategory: z
    .record(
      z.string(),
      z.strictObject({ precision: share, recall: share, f1: share, support: count }),
    )
    .nullable(),
  confusion: z.record(z.string(), z.record(z.string(), count)).nullable(),
  fieldAccuracy: z.strictObject({
    overall: share.nullable(),
    byField: shares,
    spurious: count.nullable(),
  }),
  reviewRate: share.nullable(),
  calibrationError: share.nullable(),
  latencyMs: latency,
  costUsdPerDocument: usd.nullable(),
  cost: costSchema,
};

const tokens = z.strictObject({ inputTokens: count, outputTokens: count });

const answerQualitySchema = z.strictObject({
  /** Golden questions that were asked. */
  scored: count,
  right: share.nullable(),
  /** 95 %, bootstrap over the questions. */
  rightInterval: z.tuple([share, share]).readonly().nullable(),
  exactMatch: share.nullable(),
  f1: share.nullable(),
  citationPrecision: share.nullable(),
  citationRecall: share.nullable(),
  factuality: share.nullable(),
  relevance: share.nullable(),
  refusal: share.nullable(),
  falseRefusal: share.nullable(),
  byKind: z.record(z.string(), z.strictObject({ questions: count, right: share })),
});

const mlopsSchema = z.strictObject(side);
const llmopsSchema = z.strictObject({
  ...side,
  retrieval: z.strictObject({
    recallAt5: share.nullable(),
    recallAt5Untuned: share.nullable(),
    questions: count,
  }),
  /** What answers are worth beside their gold; absent from reports of before it was measured. */
  answerQuality: answerQualitySchema.nullable().default(null),
  hallucinationRate: share.nullable(),
  answers: z.strictObject({
    asked: count,
    answered: count,
    noAnswer: count,
    blocked: count,
    failed: count,
    /** Answers given to golden questions that the corpus does not answer. */
    answeredUnanswerable: count,
  }),
  tokens: z.strictObject({ documents: tokens, answers: tokens }),
  costUsdPerAnswer: usd.nullable(),
  answerCost: costSchema,
});

/** Shape of `report.json`; what cannot be measured is null with its reason in `reasons[path]`. */
export const reportSchema = z.strictObject({
  $schema: z.literal(REPORT_SCHEMA_ID),
  /** Documents that were read. */
  documents: count,
  sides: z.strictObject({ mlops: mlopsSchema.nullable(), llmops: llmopsSchema.nullable() }),
  agreement: z
    .strictObject({ documents: count, category: share.nullable(), fields: shares })
    .nullable(),
  /** `extractive` (a reader that is no language model), or the model's id. */
  reader: z.string(),
  versions: z.strictObject({
    commit: z.string().nullable(),
    corpus: z.string(),
    trainingCorpus: z.string().nullable(),
    model: z.string().nullable(),
    release: z.string().nullable().default(null),
    prompts: z.record(z.string(), z.string()),
    guardrail: z.strictObject({ id: z.string(), version: z.string() }).nullable(),
    configuration: z.string(),
  }),
  rejected: z.strictObject({
    count,
    byReason: z.record(z.string(), count),
    documents: z.array(z.strictObject({ id: z.string(), code: z.string(), message: z.string() })),
  }),
  reasons: z.record(z.string(), z.string()),
});
export type Report = z.infer<typeof reportSchema>;
export type MlopsReport = z.infer<typeof mlopsSchema>;
export type LlmopsReport = z.infer<typeof llmopsSchema>;

/** JSON Schema (draft 2020-12) of `report.json`. */
export function reportJsonSchema(): object {
  return { $id: REPORT_SCHEMA_ID, title: 'Strata report', ...z.toJSONSchema(reportSchema) };
}
