import type { CharacterRange } from '../text/character-range.ts';

/** The two architectures that read the same documents. */
export type Side = 'mlops' | 'llmops';

export const SIDES: readonly Side[] = ['mlops', 'llmops'];

/** Names one document of one tenant. `documentId` is the hash of tenant and content. */
export interface DocumentReference {
  readonly tenant: string;
  readonly documentId: string;
}

/** Dates are ISO 8601, amounts decimal strings with two digits; lists compare as sets. */
export type FieldValue = string | readonly string[];

export interface ExtractedField {
  readonly value: FieldValue;
  /** 0 to 1. */
  readonly confidence: number;
  /** Where the value stands in the document's text; empty when it is inferred. */
  readonly spans: readonly CharacterRange[];
}

export type ExtractedFields = Readonly<Record<string, ExtractedField>>;

/** What `read-document` stores beside the source: the text every later step works on. */
export interface DocumentText {
  readonly text: string;
  readonly pages: number;
  readonly method: 'text' | 'ocr';
  readonly mediaType: string;
  /** Mean confidence of the OCR engine, 0 to 1; null where the file carried its text. */
  readonly ocrConfidence: number | null;
}

export interface DocumentDescription {
  readonly title: string;
  /** ISO 639-1, or `und` when undetermined. */
  readonly language: string;
  readonly pages: number;
  readonly characters: number;
  readonly words: number;
  /** Share of the text that looks like language rather than noise, 0 to 1. */
  readonly quality: number;
}

export interface Classification {
  readonly category: string;
  /** Calibrated probability that `category` is right, 0 to 1. */
  readonly confidence: number;
  /** The best categories, best first, `category` included; at most 3. */
  readonly alternatives: readonly { readonly category: string; readonly confidence: number }[];
  /** Version of the model, or id of the language model or reader. */
  readonly model: string;
  readonly prompt?: PromptVersion;
  readonly usage?: TokenUsage;
  readonly durationMs: number;
}

export interface Extraction {
  readonly fields: ExtractedFields;
  readonly model: string;
  readonly prompt?: PromptVersion;
  readonly usage?: TokenUsage;
  readonly durationMs: number;
}

export interface PromptVersion {
  readonly name: string;
  readonly version: number;
  /** SHA-256 of the template's text, hexadecimal. */
  readonly hash: string;
}

export interface TokenUsage {
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** What one side says of one document; a side that failed never hides the other. */
export type SideResult =
  | {
      readonly side: Side;
      readonly status: 'done';
      readonly classification: Classification;
      readonly extraction: Extraction;
      /** Sum of the side's own steps. */
      readonly durationMs: number;
      /** Fields whose value the document does not support (llmops only). */
      readonly unsupported?: readonly string[];
    }
  | {
      readonly side: Side;
      readonly status: 'failed';
      readonly error: { readonly name: string; readonly message: string };
    }
  | { readonly side: Side; readonly status: 'skipped' };

/** One outcome of one compliance rule of `config/taxonomy.ts`. */
export interface ComplianceFinding {
  readonly rule: string;
  readonly outcome: 'met' | 'violated' | 'not-applicable';
  readonly detail: string;
}

export interface SideComparison {
  /** Null where fewer than two sides are done. */
  readonly sameCategory: boolean | null;
  readonly fields: Readonly<Record<string, 'same' | 'different' | 'mlops-only' | 'llmops-only'>>;
}

export interface PrimaryDecision {
  readonly primary: Side | null;
  readonly status: 'recorded' | 'awaiting-review';
  readonly reasons: readonly string[];
}

/** The record of a document (kind `document`): all that the console and the report read. */
export interface DocumentRecord extends DocumentReference {
  readonly name: string;
  readonly receivedAt: string;
  readonly status: 'received' | 'refused' | 'recorded' | 'awaiting-review';
  readonly refusal?: { readonly code: string; readonly message: string };
  readonly description?: DocumentDescription;
  readonly mediaType?: string;
  readonly method?: DocumentText['method'];
  readonly results?: { readonly mlops: SideResult; readonly llmops: SideResult };
  readonly compliance?: readonly ComplianceFinding[];
  readonly comparison?: SideComparison;
  readonly decision?: PrimaryDecision;
}
