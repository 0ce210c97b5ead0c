import { gates } from '../../config/gates.ts';
import { clock } from '../adapters/clock.ts';
import { s3Documents } from '../adapters/documents.ts';
import { bedrockGuardrail } from '../adapters/guardrail.ts';
import { embeddedMetrics } from '../adapters/metrics.ts';
import { documentsEnv, guardrailEnv, metricsEnv } from '../env.ts';
import { llmopsGuardOutput } from '../handlers/llmops-guard-output.ts';

export const handler = llmopsGuardOutput({
  documents: s3Documents(documentsEnv()),
  guardrail: bedrockGuardrail(guardrailEnv()),
  gates,
  metrics: embeddedMetrics({ ...metricsEnv(), ...clock }),
  ...clock,
});
