import type { DocumentReference } from './domain/document/document.ts';

/** Blobs of a document or an interaction, `<tenant>/<id>/<name>`. */
export const BLOBS = [
  'source',
  'text',
  'layout',
  'reading',
  'chunks',
  'embeddings',
  'prompt',
  'cached-reply',
] as const;
export type BlobName = (typeof BLOBS)[number];
export interface BlobKey<N extends BlobName = BlobName> extends DocumentReference {
  readonly name: N;
}

// Members are properties, not methods: TypeScript compares these strictly, so that a step that may
// read one kind cannot be given to code that reads another.
export interface DocumentsRead<N extends BlobName> {
  /** @throws NotFoundError */
  readonly get: (key: BlobKey<N>) => Promise<Uint8Array>;
  readonly has: (key: BlobKey<N>) => Promise<boolean>;
}
export interface DocumentsWrite<N extends BlobName> {
  readonly put: (key: BlobKey<N>, body: Uint8Array, mediaType: string) => Promise<void>;
}
export interface DocumentsRemove {
  /** All blobs of the document, their earlier versions too; none is no error. */
  readonly remove: (document: DocumentReference) => Promise<void>;
}
export interface Documents
  extends DocumentsRead<BlobName>,
    DocumentsWrite<BlobName>,
    DocumentsRemove {}

/** First folder of an artefact's path. */
export const ARTEFACTS = [
  'data-sets',
  'models',
  'evaluations',
  'expansion',
  'statistics',
  'releases',
] as const;
export type ArtefactKind = (typeof ARTEFACTS)[number];
export type ArtefactPath<K extends ArtefactKind = ArtefactKind> = `${K}/${string}`;

export interface ArtefactsRead<K extends ArtefactKind> {
  /** @throws NotFoundError */
  readonly get: (path: ArtefactPath<K>) => Promise<Uint8Array>;
  readonly has: (path: ArtefactPath<K>) => Promise<boolean>;
}
export interface ArtefactsWrite<K extends ArtefactKind> {
  readonly put: (path: ArtefactPath<K>, body: Uint8Array, mediaType: string) => Promise<void>;
}
export interface ArtefactsLocate {
  /** Where services find the path (`s3://bucket/path`); with '' the prefix of all. */
  readonly uri: (path: string) => string;
}
/** Versioned blobs that belong to no document: data sets, model bundles, retrieval expansion. */
export interface Artefacts
  extends ArtefactsRead<ArtefactKind>,
    ArtefactsWrite<ArtefactKind>,
    ArtefactsLocate {}

/**
 * Kinds of records; `upload` is a link that was offered, and what came of it; `label` is what a person said of a document; `awaited-order` is `<order>/<documentId>`: who waits for an order;
 * `open-interaction`, of the platform's tenant, `<time by which it must be closed>/<tenant>/<id>`.
 */
export const RECORDS = [
  'document',
  'upload',
  'label',
  'interaction',
  'open-interaction',
  'review',
  'feedback',
  'comparison',
  'switch',
  'counter',
  'purchase-order',
  'awaited-order',
  'release',
  'audit',
] as const;
export type RecordKind = (typeof RECORDS)[number];
export interface RecordKey<K extends RecordKind = RecordKind> {
  readonly tenant: string;
  readonly kind: K;
  readonly id: string;
}
export interface RecordPage {
  readonly items: readonly {
    readonly id: string;
    readonly value: unknown;
    /** What the record's commitment in the sealed log was made with. */
    readonly salt: string;
  }[];
  readonly next?: string;
}

export interface RecordsRead<K extends RecordKind> {
  /** Null where there is none. The caller parses what it gets. */
  readonly get: (key: RecordKey<K>) => Promise<unknown>;
  /** Ascending by id, at most `limit` a page. */
  readonly list: (page: {
    readonly tenant: string;
    readonly kind: K;
    readonly limit: number;
    readonly after?: string;
  }) => Promise<RecordPage>;
}
export interface RecordsWrite<K extends RecordKind> {
  /** Whole-item write. With `ifAbsent` an existing record stays and false is returned. */
  readonly put: (
    key: RecordKey<K>,
    value: object,
    options?: { readonly ifAbsent?: boolean },
  ) => Promise<boolean>;
}
export interface RecordsCount<K extends RecordKind> {
  /** Adds to a counter that expires, and returns its new value. */
  readonly increment: (key: RecordKey<K>, by: number, expiresAtSeconds: number) => Promise<number>;
}
export interface RecordsRemove<K extends RecordKind> {
  readonly remove: (key: RecordKey<K>) => Promise<void>;
}
/** Single-table records; `tenant` and `kind` are in every key. */
export interface Records
  extends RecordsRead<RecordKind>,
    RecordsWrite<RecordKind>,
    RecordsCount<RecordKind>,
    RecordsRemove<RecordKind> {}
