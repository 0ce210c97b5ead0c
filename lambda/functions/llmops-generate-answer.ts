import { clock } from '../adapters/clock.ts';
import { s3Documents } from '../adapters/documents.ts';
import { bedrockLanguageModel } from '../adapters/language-model.ts';
import { embeddedMetrics } from '../adapters/metrics.ts';
import { answerModelEnv, documentsEnv, metricsEnv, ragEnv } from '../env.ts';
import { llmopsGenerateAnswer } from '../handlers/llmops-generate-answer.ts';

export const handler = llmopsGenerateAnswer({
  documents: s3Documents(documentsEnv()),
  languageModel: bedrockLanguageModel(answerModelEnv()),
  ...ragEnv(),
  metrics: embeddedMetrics({ ...metricsEnv(), ...clock }),
  ...clock,
});
