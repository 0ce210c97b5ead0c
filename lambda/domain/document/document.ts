import * as z from 'zod';
import { lazily } from '../../lazily.ts';
import { refusalSchema } from './refusal.ts';

/** The two architectures that read the same documents. */
export const SIDES = ['mlops', 'llmops'] as const;
export type Side = (typeof SIDES)[number];
const side = lazily(() => z.enum(SIDES));

/** Names one document of one tenant. `documentId` is the hash of tenant and content. */
export const documentReferenceSchema = lazily(() =>
  z.strictObject({ tenant: z.string().min(1), documentId: z.string().min(1) }),
);
export type DocumentReference = Readonly<z.infer<ReturnType<typeof documentReferenceSchema>>>;

/** Half-open, in UTF-16 code units of the document's text. */
export const rangeSchema = lazily(() => z.tuple([z.number(), z.number()]).readonly());

/** Dates are ISO 8601, amounts decimal strings with two digits; lists compare as sets. */
export const fieldValueSchema = lazily(() => z.union([z.string(), z.array(z.string()).readonly()]));
export type FieldValue = z.infer<ReturnType<typeof fieldValueSchema>>;

export const extractedFieldSchema = lazily(() =>
  z.object({
    value: fieldValueSchema(),
    confidence: z.number().min(0).max(1),
    /** Where the value stands in the document's text; empty when it is inferred. */
    spans: z.array(rangeSchema()).readonly(),
  }),
);
export type ExtractedField = z.infer<ReturnType<typeof extractedFieldSchema>>;
export type ExtractedFields = Readonly<Record<string, ExtractedField>>;

/** How a document's text came: it was there, or was recognised. */
export const methodSchema = lazily(() => z.enum(['text', 'ocr']));

/** The values of an e-invoice that a file carries as data, and what is wrong with them. */
export const carriedInvoiceSchema = lazily(() =>
  z.strictObject({
    /** UN/CEFACT Cross Industry Invoice (Factur-X, ZUGFeRD) or OASIS UBL 2. */
    syntax: z.enum(['cii', 'ubl']),
    category: z.enum(['invoice', 'credit-note']),
    /** By names of fields; dates ISO 8601, amounts decimal strings. */
    fields: z.record(z.string(), z.string()),
    /** Calculation rules of EN 16931 that the values break, such as `BR-CO-15`. */
    broken: z.array(z.string()).readonly(),
  }),
);
export type CarriedInvoice = Readonly<z.infer<ReturnType<typeof carriedInvoiceSchema>>>;

/** What `read-document` stores beside the source: the text every later step works on. */
export const documentTextSchema = lazily(() =>
  z.strictObject({
    text: z.string(),
    pages: z.int().min(0),
    method: methodSchema(),
    mediaType: z.string(),
    /** Mean confidence of the OCR engine, 0 to 1; null where the file carried its text. */
    ocrConfidence: z.number().min(0).max(1).nullable(),
    /** Absent where the file carries no e-invoice. */
    carried: carriedInvoiceSchema().optional(),
  }),
);
export type DocumentText = Readonly<z.infer<ReturnType<typeof documentTextSchema>>>;

export const documentDescriptionSchema = lazily(() =>
  z.object({
    title: z.string(),
    /** ISO 639-1, or `und` when undetermined. */
    language: z.string(),
    pages: z.number(),
    characters: z.number(),
    words: z.number(),
    /** Share of the text that looks like language rather than noise, 0 to 1. */
    quality: z.number(),
  }),
);
export type DocumentDescription = z.infer<ReturnType<typeof documentDescriptionSchema>>;

/** `hash`: SHA-256 of the template's text, hexadecimal. */
export const promptVersionSchema = lazily(() =>
  z.strictObject({ name: z.string(), version: z.number(), hash: z.string() }),
);
export type PromptVersion = Readonly<z.infer<ReturnType<typeof promptVersionSchema>>>;

export const tokenUsageSchema = lazily(() =>
  z.strictObject({ inputTokens: z.number(), outputTokens: z.number() }),
);
export type TokenUsage = Readonly<z.infer<ReturnType<typeof tokenUsageSchema>>>;

const scored = lazily(() =>
  z.object({ category: z.string(), confidence: z.number().min(0).max(1) }),
);
/** `model`: version of the model, or id of the language model or reader. */
const made = lazily(() => ({
  model: z.string(),
  prompt: promptVersionSchema().optional(),
  /** Id of the release that the prompt was of. */
  release: z.string().optional(),
  usage: tokenUsageSchema().optional(),
  durationMs: z.number(),
}));

/** `confidence` is the calibrated probability that `category` is right. */
export const classificationSchema = lazily(() =>
  z.object({
    ...scored().shape,
    /** The best categories, best first, `category` included; at most 3. */
    alternatives: z.array(scored()).readonly(),
    ...made(),
  }),
);
export type Classification = z.infer<ReturnType<typeof classificationSchema>>;

export const extractionSchema = lazily(() =>
  z.object({ fields: z.record(z.string(), extractedFieldSchema()), ...made() }),
);
export type Extraction = Omit<z.infer<ReturnType<typeof extractionSchema>>, 'fields'> & {
  readonly fields: ExtractedFields;
};

const doneShape = lazily(() => ({
  side: side(),
  status: z.literal('done'),
  classification: classificationSchema(),
  extraction: extractionSchema(),
  /** Fields whose value the document does not support (llmops only). */
  unsupported: z.array(z.string()).readonly().optional(),
}));
const failedOrSkipped = lazily(
  () =>
    [
      z.object({
        side: side(),
        status: z.literal('failed'),
        error: z.object({ name: z.string(), message: z.string() }),
      }),
      z.object({ side: side(), status: z.literal('skipped') }),
    ] as const,
);

/** What one side says of one document; `durationMs` is the sum of its own steps. */
export const sideResultSchema = lazily(() =>
  z.discriminatedUnion('status', [
    z.object({ ...doneShape(), durationMs: z.number() }),
    ...failedOrSkipped(),
  ]),
);
export type SideResult = z.infer<ReturnType<typeof sideResultSchema>>;

/** A side that failed never hides the other. */
export const bothResultsSchema = lazily(() =>
  z.object({ mlops: sideResultSchema(), llmops: sideResultSchema() }),
);
export type BothResults = Readonly<z.infer<ReturnType<typeof bothResultsSchema>>>;

/** `$.results` of the document flow: what the two branches of `process-sides` return. */
export const flowResultsSchema = lazily(() =>
  z
    .array(
      z.discriminatedUnion('status', [
        z.object({ ...doneShape(), durationsMs: z.array(z.number()).readonly() }),
        ...failedOrSkipped(),
      ]),
    )
    .readonly()
    .refine((results) => new Set(results.map((result) => result.side)).size === results.length, {
      error: 'results must hold each side at most once',
    }),
);
export type FlowResults = z.infer<ReturnType<typeof flowResultsSchema>>;

/** The two sides' results by name; a side that is not among them was skipped. */
export function resultsBySide(results: FlowResults): BothResults {
  const find = (name: Side): SideResult => {
    const result = results.find((one) => one.side === name);
    if (result?.status !== 'done') return result ?? { side: name, status: 'skipped' };
    const { durationsMs, ...rest } = result;
    return { ...rest, durationMs: durationsMs.reduce((sum, ms) => sum + ms, 0) };
  };
  return { mlops: find('mlops'), llmops: find('llmops') };
}

/** One outcome of one compliance rule of `config/taxonomy.ts`. */
export const complianceFindingSchema = lazily(() =>
  z.object({
    rule: z.string(),
    outcome: z.enum(['met', 'violated', 'not-applicable']),
    /** For the person who looks into it. */
    detail: z.string(),
    /** The purchase order, normalised, without which the rule cannot be judged yet. */
    awaits: z.object({ order: z.string() }).optional(),
  }),
);
export type ComplianceFinding = Readonly<z.infer<ReturnType<typeof complianceFindingSchema>>>;

export const sideComparisonSchema = lazily(() =>
  z.object({
    /** Null where fewer than two sides are done. */
    sameCategory: z.boolean().nullable(),
    fields: z.record(z.string(), z.enum(['same', 'different', 'mlops-only', 'llmops-only'])),
  }),
);
export type SideComparison = z.infer<ReturnType<typeof sideComparisonSchema>>;

/** The side whose result counts, and why where it is not the wanted one. */
export const chosenPrimarySchema = lazily(() =>
  z.object({ primary: side().nullable(), reasons: z.array(z.string()).readonly() }),
);
export type ChosenPrimary = Readonly<z.infer<ReturnType<typeof chosenPrimarySchema>>>;

export const primaryDecisionSchema = lazily(() =>
  z.object({
    primary: side().nullable(),
    status: z.enum(['recorded', 'awaiting-review']),
    reasons: z.array(z.string()).readonly(),
  }),
);
export type PrimaryDecision = Readonly<z.infer<ReturnType<typeof primaryDecisionSchema>>>;

/**
 * The record of a document (kind `document`): all that the console and the report read. What other
 * parts add to it is dropped here, so that an older console reads newer records.
 */
export const documentRecordSchema = lazily(() =>
  z.object({
    tenant: z.string(),
    documentId: z.string(),
    name: z.string(),
    receivedAt: z.string(),
    /** `failed`: its flow ended without a result, for the cause in `failure`. */
    status: z.enum(['received', 'refused', 'recorded', 'awaiting-review', 'failed']),
    failure: z.object({ name: z.string(), message: z.string() }).optional(),
    /** Flows that have ended, whatever their end; none where absent. */
    attempts: z.int().optional(),
    refusal: refusalSchema().optional(),
    description: documentDescriptionSchema().optional(),
    mediaType: z.string().optional(),
    method: methodSchema().optional(),
    results: bothResultsSchema().optional(),
    compliance: z.array(complianceFindingSchema()).readonly().optional(),
    comparison: sideComparisonSchema().optional(),
    decision: primaryDecisionSchema().optional(),
  }),
);
export type DocumentRecord = Readonly<z.infer<ReturnType<typeof documentRecordSchema>>>;
