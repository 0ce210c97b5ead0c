import * as z from 'zod';
import { approvalsSchema, quotasSchema, servingSchema, sidesSchema } from './part-schemas.ts';

// Schemas are made when they are asked for: a cold start makes those that its function reads.

/** `config/taxonomy.ts`, or what a training corpus declares: what both sides decide between. */
export const fieldTypes = [
  'text',
  'party',
  'address',
  'date',
  'amount',
  'integer',
  'code',
  'currency',
  'place',
  'duration',
  'list',
] as const;
export const taxonomySchema = () =>
  z.strictObject({
    categories: z.array(z.strictObject({ name: z.string(), description: z.string() })).min(1),
    fields: z.array(
      z.strictObject({ name: z.string(), type: z.enum(fieldTypes), description: z.string() }),
    ),
    complianceRules: z.array(
      z.strictObject({
        id: z.string(),
        description: z.string(),
        /** Categories that the rule applies to. */
        categories: z.array(z.string()).min(1),
        check: z.discriminatedUnion('kind', [
          z.strictObject({ kind: z.literal('field-present'), field: z.string() }),
          z.strictObject({ kind: z.literal('clause-present'), anyOf: z.array(z.string()).min(1) }),
          z.strictObject({ kind: z.literal('sums-match'), toleranceUsd: z.number().nonnegative() }),
          z.strictObject({
            kind: z.literal('matches-purchase-order'),
            toleranceShare: z.number().min(0).max(1),
          }),
          z.strictObject({
            kind: z.literal('field-at-least'),
            field: z.string(),
            minimum: z.number(),
          }),
        ]),
        severity: z.enum(['review', 'note']),
      }),
    ),
    /** At most 20 examples a task: what a prompt may show, and all that the extractive reader sees. */
    examples: z
      .array(z.strictObject({ category: z.string(), excerpt: z.string().max(1_500) }))
      .max(20),
  });
export type Taxonomy = z.infer<ReturnType<typeof taxonomySchema>>;

export const ingestionSchema = () =>
  z.strictObject({
    maxBytes: z.int().min(1_024).max(500_000_000),
    maxPages: z.int().min(1).max(3_000),
    /** Levels of nesting in archives and markup. */
    maxDepth: z.int().min(1).max(1_000),
    /** Uncompressed size over compressed size of an archive or stream. */
    maxExpansion: z.number().min(1).max(1_000),
  });
export type IngestionLimits = z.infer<ReturnType<typeof ingestionSchema>>;

export const ragSchema = () =>
  z
    .strictObject({
      /** `recursive` cuts at sections, then paragraphs, then sentences; `fixed` at words. */
      strategy: z.enum(['recursive', 'fixed']),
      /** One token is 0.75 words by estimate: 400 tokens are 300 words. */
      chunkTokens: z.int().min(100).max(2_000),
      overlapTokens: z.int().min(0).max(400),
      /** Chunks that reach the prompt. */
      topK: z.int().min(1).max(20),
      /** Hits that each search returns before fusion. */
      candidates: z.int().min(5).max(200),
      /** Chunks below this cosine similarity are dropped unless the text search found them. */
      similarityThreshold: z.number().min(0).max(1),
      /**
       * Reciprocal rank fusion constant (Cormack et al., SIGIR 2009, used 60); smaller lets first ranks
       * weigh more. 10 was better than 60 on the training part of `bench/retrieval`.
       */
      fusionConstant: z.int().min(1).max(1_000),
      /** Context window kept for chunks. */
      contextTokens: z.int().min(500).max(100_000),
      maxOutputTokens: z.int().min(64).max(8_192),
      /**
       * Sentences of an answer that are judged together after the first, which is judged alone. Fewer show
       * sooner, more cost less: `bench/guardrail`.
       */
      sentencesAGroup: z.int().min(1).max(20),
    })
    .refine((rag) => rag.overlapTokens * 2 <= rag.chunkTokens, {
      path: ['overlapTokens'],
      error: 'must be at most half of rag.chunkTokens; lower rag.overlapTokens',
    });
export type RagSettings = z.infer<ReturnType<typeof ragSchema>>;

export const featuresSchema = () =>
  z.strictObject({
    maxFeatures: z.int().min(256).max(20_000),
    /** Words and bigrams of the document's head weigh most: titles name the category. */
    headCharacters: z.int().min(200).max(20_000),
    minDocuments: z.int().min(1).max(50),
  });
export type FeatureSettings = z.infer<ReturnType<typeof featuresSchema>>;

/** Names as in XGBoost's parameters. */
export const trainingSchema = () =>
  z.strictObject({
    rounds: z.int().min(1).max(2_000),
    maxDepth: z.int().min(1).max(12),
    eta: z.number().gt(0).max(1),
    minChildWeight: z.number().min(0),
    lambda: z.number().min(0),
    subsample: z.number().gt(0).max(1),
    colsampleByTree: z.number().gt(0).max(1),
    maxBin: z.int().min(2).max(256),
  });
export type TrainingSettings = z.infer<ReturnType<typeof trainingSchema>>;

export const gatesSchema = () =>
  z.strictObject({
    /** Below these, of its category and of each value by the primary side, a person looks at a document. */
    reviewConfidence: z.number().min(0).max(1),
    fieldConfidence: z.number().min(0).max(1),
    /** A model below either is not registered. */
    minAccuracy: z.number().min(0).max(1),
    minMacroF1: z.number().min(0).max(1),
    /** Share of an answer's content words that its citations must carry. */
    minGrounding: z.number().min(0).max(1),
  });
export type Gates = z.infer<ReturnType<typeof gatesSchema>>;

const modelRoleSchema = () =>
  z.strictObject({
    /** Its adapter is `lambda/adapters/language-model-<provider>.ts`. */
    provider: z.string().regex(/^[a-z][a-z0-9-]*$/),
    /** Where the provider is reached, if not at an address of its own. */
    url: z.url({ protocol: /^https?$/ }).optional(),
    /** Bedrock inference profile or foundation model id. */
    id: z.string(),
    /** Key in `config/prices.json`. */
    price: z.string(),
    maxOutputTokens: z.int(),
    why: z.string(),
  });
export const modelsSchema = () =>
  z.strictObject({
    answer: modelRoleSchema(),
    fallback: modelRoleSchema(),
    document: modelRoleSchema(),
    embedding: z.strictObject({
      id: z.string(),
      price: z.string(),
      dimensions: z.union([z.literal(256), z.literal(512), z.literal(1_024)]),
      why: z.string(),
    }),
  });
export type ModelCatalogue = z.infer<ReturnType<typeof modelsSchema>>;

export const priceSchema = () =>
  z.strictObject({
    /** Null where no source is known: never guessed. */
    usd: z.number().nonnegative().nullable(),
    unit: z.string(),
    region: z.string(),
    asOf: z.string(),
    source: z.string(),
  });
export const pricesSchema = () => z.record(z.string(), priceSchema());
export type Prices = z.infer<ReturnType<typeof pricesSchema>>;

/** One profile: `config/<env>.ts`. Differences between environments are values, never `if`. */
export const profileSchema = () =>
  z.strictObject({
    env: z.enum(['student', 'dev', 'staging', 'prod']),
    region: z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'must be an AWS region such as eu-west-1'),
    sides: sidesSchema(),
    tags: z.strictObject({ team: z.string().min(1), project: z.string().min(1) }),
    onDelete: z.enum(['destroy', 'retain-stateful']),
    terminationProtection: z.boolean(),
    account: z.strictObject({
      bedrockInvocationLogging: z.enum(['own', 'leave']),
      apiGatewayLogRole: z.enum(['own', 'leave']),
    }),
    network: z.strictObject({
      privateEndpoints: z.boolean(),
      webAcl: z.boolean(),
    }),
    customerKeys: z.boolean(),
    logRetentionDays: z.union([
      z.literal(7),
      z.literal(30),
      z.literal(90),
      z.literal(180),
      z.literal(365),
    ]),
    audit: z.strictObject({
      objectLock: z.enum(['none', 'governance', 'compliance']),
      retentionDays: z.int().min(1).max(3_650),
      /** ARNs of the roles that may read the audit log; nobody else may. */
      readers: z.array(z.string().startsWith('arn:')),
    }),
    alarms: z.strictObject({ email: z.email().nullable() }),
    budgetUsdPerMonth: z.number().positive(),
    approvals: approvalsSchema(),
    quotas: quotasSchema(),
    vectors: z.strictObject({
      minOcu: z.union([z.literal(0), z.literal(2), z.literal(4)]),
      maxOcu: z.union([z.literal(2), z.literal(4), z.literal(8), z.literal(16)]),
    }),
    serving: servingSchema(),
    training: z.strictObject({ instanceType: z.string().startsWith('ml.') }),
    ingestion: ingestionSchema(),
    rag: ragSchema(),
  });
export type Profile = z.infer<ReturnType<typeof profileSchema>>;
