import { clock } from '../adapters/clock.ts';
import { s3Documents } from '../adapters/documents.ts';
import { titanEmbedder } from '../adapters/embedder.ts';
import { documentsEnv, embedderEnv } from '../env.ts';
import { llmopsEmbedChunks } from '../handlers/llmops-embed-chunks.ts';

export const handler = llmopsEmbedChunks({
  documents: s3Documents(documentsEnv()),
  embedder: titanEmbedder(embedderEnv()),
  ...clock,
});
