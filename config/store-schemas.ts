/**
 * Fields of the vector index, with their OpenSearch types. `vector` is HNSW by faiss with space
 * type `innerproduct`: on unit vectors that is the cosine. A vector collection makes its own
 * `_id`s, so a chunk is known by `chunkId`, and `generation` tells a replaced chunk from its
 * successor.
 */
export const CHUNK_FIELDS = {
  tenant: 'keyword',
  documentId: 'keyword',
  chunkId: 'keyword',
  generation: 'keyword',
  start: 'integer',
  end: 'integer',
  text: 'text',
  vector: 'knn_vector',
} as const;

/** Features of the Feature Group: all of type String; `recordId` and `eventTime` are its keys. */
export const FEATURE_RECORD = {
  /** `<tenant>/<documentId>`. */
  id: 'recordId',
  /** ISO 8601, UTC. */
  eventTime: 'eventTime',
  vectoriser: 'vectoriser',
  /** JSON: `{ indices, values }`. */
  vector: 'vector',
} as const;
