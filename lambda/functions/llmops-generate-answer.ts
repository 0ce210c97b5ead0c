import { clock } from '../adapters/clock.ts';
import { s3Documents } from '../adapters/documents.ts';
import { gatewayInLambda, roleLanguageModels } from '../adapters/language-model/providers.ts';
import { gatewayLanguageModel } from '../domain/gateway/gateway-language-model.ts';
import { embeddedMetrics } from '../adapters/metrics.ts';
import { answerModelEnv, documentsEnv, metricsEnv, ragEnv } from '../env.ts';
import { llmopsGenerateAnswer } from '../handlers/llmops-generate-answer.ts';

const documents = s3Documents(documentsEnv());

export const handler = llmopsGenerateAnswer({
  documents,
  languageModel: gatewayLanguageModel({
    ...gatewayInLambda,
    models: roleLanguageModels(answerModelEnv()),
    documents,
  }),
  ...ragEnv(),
  metrics: embeddedMetrics({ ...metricsEnv(), ...clock }),
  ...clock,
});
