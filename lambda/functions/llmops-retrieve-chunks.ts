import { s3Artefacts } from '../adapters/artefacts.ts';
import { clock } from '../adapters/clock.ts';
import { titanEmbedder } from '../adapters/embedder.ts';
import { openSearchVectors } from '../adapters/vectors.ts';
import { loadExpansion } from '../domain/llmops/stored-expansion.ts';
import { artefactsEnv, embedderEnv, ragEnv, signingEnv, vectorsEnv } from '../env.ts';
import { llmopsRetrieveChunks } from '../handlers/llmops-retrieve-chunks.ts';

const embedder = titanEmbedder(embedderEnv());

export const handler = llmopsRetrieveChunks({
  embedder,
  vectors: openSearchVectors({ ...vectorsEnv(), credentials: signingEnv }),
  queryExpansion: await loadExpansion(s3Artefacts(artefactsEnv()), embedder.model),
  ...ragEnv(),
  ...clock,
});
