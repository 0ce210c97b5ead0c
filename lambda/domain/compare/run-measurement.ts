import type { CostProfile } from '../../../config/cost-profile.ts';
import type { ModelCatalogue, Prices } from '../../../config/schema.ts';
import type { DocumentRecord, FieldValue, Side } from '../document/document.ts';
import type { FieldType } from '../document/normalise-value.ts';
import type { MeasuredAnswer, MeasuredRetrieval } from '../evaluation/measured.ts';

/** Everything that a run measured: all that `buildReport` reads. */
export interface RunMeasurement {
  /** The sides that were wanted; one that is not here is null in the report. */
  readonly sides: readonly Side[];
  /** The documents that were read, in the order of the corpus; refused ones stand in `rejected`. */
  readonly documents: readonly MeasuredDocument[];
  readonly rejected: readonly RejectedDocument[];
  /** Field name → type of the taxonomy that was used. */
  readonly fieldTypes: Readonly<Record<string, FieldType>>;
  /** Golden questions with the answers that were given. */
  readonly answers: readonly MeasuredAnswer[];
  readonly retrieval: readonly MeasuredRetrieval[];
  /** `extractive`, or the model's id: `LanguageModel.reader`. */
  readonly reader: string;
  readonly gates: { readonly reviewConfidence: number; readonly fieldConfidence: number };
  readonly versions: RunVersions;
  readonly cost: CostBasis;
  /** Why a figure is null, by its path or its end, where it is not for a run's reasons. */
  readonly reasons?: Readonly<Record<string, string>>;
}

export interface MeasuredDocument {
  /** `id` of `labels.jsonl`, or the file's path inside the corpus where there are no labels. */
  readonly id: string;
  readonly documentId: string;
  /** Documents of `train` are read and indexed, but no figure of the report counts them. */
  readonly split: 'train' | 'test' | null;
  readonly gold: GoldLabels | null;
  readonly record: DocumentRecord;
}

export interface GoldLabels {
  readonly category: string | null;
  /** A field that is absent, null or empty has no gold value; null: fields are not labelled. */
  readonly fields: Readonly<Record<string, FieldValue | null>> | null;
}

export interface RejectedDocument {
  readonly id: string;
  readonly code: string;
  readonly message: string;
}

/** Hashes are hexadecimal SHA-256, or prefixes of it; null with the reason in the report. */
export interface RunVersions {
  readonly commit: string | null;
  readonly corpus: string;
  /** Null where one corpus is split. */
  readonly trainingCorpus: string | null;
  /** Version of the classical bundle; null where the side was left out. */
  readonly model: string | null;
  /** Release of the LLM side; null where the side was left out. */
  readonly release: string | null;
  /** `<task>.v<N>` → hash of the template. */
  readonly prompts: Readonly<Record<string, string>>;
  readonly guardrail: { readonly id: string; readonly version: string } | null;
  readonly configuration: string;
}

/** What the projected cost on AWS is computed from. */
export interface CostBasis {
  readonly prices: Prices;
  readonly models: ModelCatalogue;
  readonly profile: CostProfile;
}
