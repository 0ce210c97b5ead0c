import { taxonomy } from '../../config/taxonomy.ts';
import { clock } from '../adapters/clock.ts';
import { s3Documents } from '../adapters/documents.ts';
import { gatewayInLambda, roleLanguageModels } from '../adapters/language-model/providers.ts';
import { gatewayLanguageModel } from '../domain/gateway/gateway-language-model.ts';
import { s3Prompts } from '../adapters/prompts.ts';
import { openSearchVectors } from '../adapters/vectors.ts';
import { documentModelEnv, documentsEnv, promptsEnv, signingEnv, vectorsEnv } from '../env.ts';
import { llmopsExtractFields } from '../handlers/llmops-extract-fields.ts';

const documents = s3Documents(documentsEnv());

export const handler = llmopsExtractFields({
  documents,
  vectors: openSearchVectors({ ...vectorsEnv(), credentials: signingEnv }),
  languageModel: gatewayLanguageModel({
    ...gatewayInLambda,
    models: roleLanguageModels(documentModelEnv()),
    documents,
  }),
  prompts: s3Prompts(promptsEnv()),
  taxonomy,
  ...clock,
});
