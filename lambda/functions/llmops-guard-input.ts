import { clock } from '../adapters/clock.ts';
import { bedrockGuardrail } from '../adapters/guardrail.ts';
import { embeddedMetrics } from '../adapters/metrics.ts';
import { guardrailEnv, metricsEnv } from '../env.ts';
import { llmopsGuardInput } from '../handlers/llmops-guard-input.ts';

export const handler = llmopsGuardInput({
  guardrail: bedrockGuardrail(guardrailEnv()),
  metrics: embeddedMetrics({ ...metricsEnv(), ...clock }),
  ...clock,
});
