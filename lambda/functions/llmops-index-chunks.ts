import { clock } from '../adapters/clock.ts';
import { s3Documents } from '../adapters/documents.ts';
import { titanEmbedder } from '../adapters/embedder.ts';
import { openSearchVectors } from '../adapters/vectors.ts';
import { documentsEnv, embedderEnv, signingEnv, vectorsEnv } from '../env.ts';
import { llmopsIndexChunks } from '../handlers/llmops-index-chunks.ts';

export const handler = llmopsIndexChunks({
  documents: s3Documents(documentsEnv()),
  embedder: titanEmbedder(embedderEnv()),
  vectors: openSearchVectors({ ...vectorsEnv(), credentials: signingEnv }),
  ...clock,
});
