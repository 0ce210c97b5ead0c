import { taxonomy } from '../../config/taxonomy.ts';
import { clock } from '../adapters/clock.ts';
import { s3Documents } from '../adapters/documents.ts';
import { bedrockLanguageModel } from '../adapters/language-model.ts';
import { s3Prompts } from '../adapters/prompts.ts';
import { openSearchVectors } from '../adapters/vectors.ts';
import { documentModelEnv, documentsEnv, promptsEnv, signingEnv, vectorsEnv } from '../env.ts';
import { llmopsExtractFields } from '../handlers/llmops-extract-fields.ts';

export const handler = llmopsExtractFields({
  documents: s3Documents(documentsEnv()),
  vectors: openSearchVectors({ ...vectorsEnv(), credentials: signingEnv }),
  languageModel: bedrockLanguageModel(documentModelEnv()),
  prompts: s3Prompts(promptsEnv()),
  taxonomy,
  ...clock,
});
