import type { ReleaseGates } from '../config/release-gates.ts';
import type {
  FeatureSettings,
  Gates,
  IngestionLimits,
  ModelCatalogue,
  Prices,
  Taxonomy,
} from '../config/schema.ts';
import type {
  Buckets,
  DroppedObjects,
  InvocationLogging,
  ModelPackages,
  ServingEndpoint,
  UploadLinks,
} from './deployment-ports.ts';
import type { CostBasis } from './domain/compare/run-measurement.ts';
import type { DocumentReference, PromptVersion } from './domain/document/document.ts';
import type { Parser, Scan } from './domain/document/parsed-source.ts';
import type { PageContent } from './domain/layout/document-layout.ts';
import type { Chunk, GuardrailTrigger } from './domain/llmops/answer/answer.ts';
import type * as exchange from './domain/gateway/language-model-exchange.ts';
import type { QueryExpansion } from './domain/llmops/retrieval/query-expansion.ts';
import type { SparseVector } from './domain/features/sparse-vector.ts';
import type { ModelBundle, ModelEvaluation } from './domain/mlops/model-bundle.ts';
import type { SealedLog } from './domain/governance/seal-records.ts';
import type { Flows } from './flow-ports.ts';
import type { Configurations, Releases } from './release-ports.ts';
import type { Artefacts, Documents, Records } from './store-ports.ts';

/** Recognises the text of pages that carry none, one result a page of the file. */
export interface Text {
  /** @throws InvalidInputError for bytes that are no readable PDF or image */
  recognise(scan: Scan): Promise<{ readonly pages: readonly PageContent[] }>;
}

export interface Embedder {
  readonly model: string;
  readonly dimensions: number;
  /** Vectors of unit length, one a text, in order. */
  embed(
    texts: readonly string[],
  ): Promise<{ readonly vectors: readonly Float32Array[]; readonly tokens: number }>;
}

/** Every search names a tenant; there is no search across tenants. */
export interface Vectors {
  /** Replaces all chunks of the document. */
  replace(
    document: DocumentReference,
    chunks: readonly (Chunk & { readonly vector: Float32Array })[],
  ): Promise<void>;
  /** Best first, by cosine similarity. */
  searchByVector(
    query: VectorQuery & { readonly vector: Float32Array },
  ): Promise<readonly ChunkHit[]>;
  /** Best first, by BM25. */
  searchByText(query: VectorQuery & { readonly text: string }): Promise<readonly ChunkHit[]>;
  remove(document: DocumentReference): Promise<void>;
}
export interface VectorQuery {
  readonly tenant: string;
  /** Only chunks of this document. */
  readonly documentId?: string;
  readonly limit: number;
}
export interface ChunkHit {
  readonly chunkId: string;
  readonly documentId: string;
  readonly range: readonly [number, number];
  readonly score: number;
}

export interface LanguageModel {
  /** `extractive`, or the model's id. */
  readonly reader: string;
  /** Leaving the loop ends the reply. Fails as `gatewayLanguageModel` says. */
  generate(
    request: exchange.LanguageModelRequest,
    options?: exchange.GenerateOptions,
  ): AsyncIterable<exchange.LanguageModelEvent>;
}

/** How long an answer may take, from its question to its record being closed. */
export interface AnswerTime {
  readonly longestMs: number;
}

export interface GuardrailAssessment {
  readonly action: 'none' | 'masked' | 'blocked';
  /** The text as it may go on: masked, or the safe alternative when blocked. */
  readonly text: string;
  readonly triggers: readonly GuardrailTrigger[];
}
export interface Guardrail {
  assess(content: {
    readonly direction: 'input' | 'output';
    readonly text: string;
    /** With `query`: contextual grounding and relevance are assessed too (output only). */
    readonly source?: string;
    readonly query?: string;
  }): Promise<GuardrailAssessment>;
}

/** Versions of prompts as they were published: from these a release is made. */
export interface Prompts {
  /** The newest version. @throws NotFoundError */
  get(task: exchange.PromptTask): Promise<PromptVersion & { readonly template: string }>;
}

/** Feature store: the vectors that training and serving both read. */
export interface Features {
  put(document: DocumentReference, record: FeatureRecord): Promise<void>;
  /** @throws NotFoundError */
  get(document: DocumentReference): Promise<FeatureRecord>;
  /** What is not there is no error. */
  remove(document: DocumentReference): Promise<void>;
}
export interface FeatureRecord {
  readonly vector: SparseVector;
  readonly vectoriser: string;
  readonly eventTime: string;
}

export interface Classifier {
  /** Uncalibrated probability a class, in the order of the bundle's categories. */
  score(
    vector: SparseVector,
  ): Promise<{ readonly probabilities: readonly number[]; readonly model: string }>;
}

export interface Trainer {
  /** Names the algorithm and its settings: the same data under another version trains again. */
  readonly version: string;
  /** Trains boosted trees on the rows and returns an XGBoost JSON model. */
  train(set: {
    readonly rows: readonly SparseVector[];
    readonly labels: readonly number[];
    readonly classes: number;
    readonly features: number;
    readonly seed: number;
  }): Promise<unknown>;
}

export interface Models {
  /** The bundle that serves, or the seed. @throws NotFoundError */
  serving(): Promise<ModelBundle>;
  register(bundle: ModelBundle, evaluation: ModelEvaluation): Promise<void>;
  /** Makes a registered version serve. @throws NotFoundError */
  approve(version: string, approver: string): Promise<void>;
}

export interface Limits {
  /** Counts one request of the tenant. @throws LimitExceededError */
  take(tenant: string, name: 'ask' | 'upload', tokens: number): Promise<void>;
}

export interface Audit {
  /** Appends one entry to the tenant's log; the same `id` twice is one entry. */
  append(entry: {
    readonly tenant: string;
    readonly id: string;
    readonly kind: string;
    readonly detail: object;
  }): Promise<void>;
}

export interface Metrics {
  count(name: string, value: number, dimensions: Readonly<Record<string, string>>): void;
}

export interface Ports {
  readonly documents: Documents;
  readonly artefacts: Artefacts;
  readonly records: Records;
  readonly parser: Parser;
  readonly text: Text;
  readonly embedder: Embedder;
  readonly vectors: Vectors;
  readonly languageModel: LanguageModel;
  readonly guardrail: Guardrail;
  readonly prompts: Prompts;
  readonly configuration: Configurations;
  readonly features: Features;
  readonly classifier: Classifier;
  readonly trainer: Trainer;
  readonly models: Models;
  readonly releases: Releases;
  readonly limits: Limits;
  readonly audit: Audit;
  readonly metrics: Metrics;
  /** Milliseconds since the epoch. */
  now(): number;
  newId(): string;
  readonly taxonomy: Taxonomy;
  readonly gates: Gates;
  readonly releaseGates: ReleaseGates;
  readonly ingestion: IngestionLimits;
  readonly prices: Prices;
  readonly catalogue: ModelCatalogue;
  readonly featureSettings: FeatureSettings;
  readonly queryExpansion: ExpansionInUse;
  /** Who answers: `extractive`, or the model's id. */
  readonly reader: string;
  readonly answerTime: AnswerTime;
  readonly approvals: { readonly people: 1 | 2 };
  readonly console: ConsoleSettings;
  /** What costs are projected from. */
  readonly costs: CostBasis;
  readonly flows: Flows;
  readonly dropped: DroppedObjects;
  readonly uploadLinks: UploadLinks;
  readonly sealed: SealedLog;
  readonly packages: ModelPackages;
  /** Null where documents are scored inside the function. */
  readonly endpoint: ServingEndpoint | null;
  readonly buckets: Buckets;
  readonly invocationLogging: InvocationLogging;
}

/** What the training corpus's clauses taught retrieval. */
export interface ExpansionInUse {
  /** Null where nothing was learned for this embedder. */
  current(embedder: string): Promise<QueryExpansion | null>;
}

/** What a composition tells the console about itself. */
export interface ConsoleSettings {
  readonly env: string;
  readonly sides: { readonly mlops: boolean; readonly llmops: boolean };
}
