import { taxonomy } from '../../config/taxonomy.ts';
import { clock } from '../adapters/clock.ts';
import { s3Documents } from '../adapters/documents.ts';
import { documentsEnv } from '../env.ts';
import { llmopsVerifyFields } from '../handlers/llmops-verify-fields.ts';

export const handler = llmopsVerifyFields({
  documents: s3Documents(documentsEnv()),
  taxonomy,
  ...clock,
});
