import { streamHandle } from 'hono/aws-lambda';
import { gates } from '../../config/gates.ts';
import { models } from '../../config/models.ts';
import { prices } from '../../config/prices.ts';
import { s3Artefacts } from '../adapters/artefacts.ts';
import { recordAudit } from '../adapters/audit.ts';
import { clock } from '../adapters/clock.ts';
import { s3Documents } from '../adapters/documents.ts';
import { titanEmbedder } from '../adapters/embedder.ts';
import { bedrockGuardrail } from '../adapters/guardrail.ts';
import { gatewayInLambda, roleLanguageModels } from '../adapters/language-model/providers.ts';
import { gatewayLanguageModel } from '../domain/gateway/gateway-language-model.ts';
import { embeddedMetrics } from '../adapters/metrics.ts';
import { s3Prompts } from '../adapters/prompts.ts';
import { dynamoRecords } from '../adapters/records.ts';
import { openSearchVectors } from '../adapters/vectors.ts';
import { recordLimits } from '../domain/governance/record-limits.ts';
import { askQuestion } from '../domain/llmops/ask-question.ts';
import { loadExpansion } from '../domain/llmops/stored-expansion.ts';
import * as env from '../env.ts';
import { askArea } from '../http/ask.ts';
import { signedInApi } from '../http/cognito-tenant.ts';

const embedder = titanEmbedder(env.embedderEnv());
const documents = s3Documents(env.documentsEnv());
const records = dynamoRecords(env.recordsEnv());

const answerQuestion = askQuestion({
  guardrail: bedrockGuardrail(env.guardrailEnv()),
  embedder,
  vectors: openSearchVectors({ ...env.vectorsEnv(), credentials: env.signingEnv }),
  queryExpansion: await loadExpansion(s3Artefacts(env.artefactsEnv()), embedder.model),
  documents,
  prompts: s3Prompts(env.promptsEnv()),
  languageModel: gatewayLanguageModel({
    ...gatewayInLambda,
    models: roleLanguageModels(env.answerModelEnv()),
    documents,
  }),
  records,
  audit: recordAudit({ records }),
  metrics: embeddedMetrics({ ...env.metricsEnv(), ...clock }),
  prices,
  catalogue: models,
  gates,
  ...env.ragEnv(),
  ...clock,
});

export const handler = streamHandle(
  signedInApi(
    askArea({
      limits: recordLimits(records, env.quotasEnv().quotas, clock.now),
      answerQuestion,
      ...clock,
    }),
  ),
);
