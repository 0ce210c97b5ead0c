import { taxonomy } from '../../config/taxonomy.ts';
import { clock } from '../adapters/clock.ts';
import { s3Documents } from '../adapters/documents.ts';
import { bedrockLanguageModel } from '../adapters/language-model.ts';
import { s3Prompts } from '../adapters/prompts.ts';
import { documentModelEnv, documentsEnv, promptsEnv } from '../env.ts';
import { llmopsClassifyDocument } from '../handlers/llmops-classify-document.ts';

export const handler = llmopsClassifyDocument({
  documents: s3Documents(documentsEnv()),
  languageModel: bedrockLanguageModel(documentModelEnv()),
  prompts: s3Prompts(promptsEnv()),
  taxonomy,
  ...clock,
});
