import { models } from '../../config/models.ts';
import { prices } from '../../config/prices.ts';
import { recordAudit } from '../adapters/audit.ts';
import { clock } from '../adapters/clock.ts';
import { bedrockGuardrail } from '../adapters/guardrail.ts';
import { embeddedMetrics } from '../adapters/metrics.ts';
import { dynamoRecords } from '../adapters/records.ts';
import { answerModelEnv, guardrailEnv, metricsEnv, recordsEnv } from '../env.ts';
import { llmopsRecordAnswer } from '../handlers/llmops-record-answer.ts';

const records = dynamoRecords(recordsEnv());

export const handler = llmopsRecordAnswer({
  records,
  audit: recordAudit({ records }),
  metrics: embeddedMetrics({ ...metricsEnv(), ...clock }),
  guardrail: bedrockGuardrail(guardrailEnv()),
  languageModel: { reader: answerModelEnv().model.id },
  prices,
  catalogue: models,
});
