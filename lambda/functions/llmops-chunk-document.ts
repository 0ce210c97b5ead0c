import { clock } from '../adapters/clock.ts';
import { s3Documents } from '../adapters/documents.ts';
import { documentsEnv, ragEnv } from '../env.ts';
import { llmopsChunkDocument } from '../handlers/llmops-chunk-document.ts';

export const handler = llmopsChunkDocument({
  documents: s3Documents(documentsEnv()),
  ...ragEnv(),
  ...clock,
});
