import { clock } from '../adapters/clock.ts';
import { s3Documents } from '../adapters/documents.ts';
import { embeddedMetrics } from '../adapters/metrics.ts';
import { s3Prompts } from '../adapters/prompts.ts';
import { documentsEnv, metricsEnv, promptsEnv } from '../env.ts';
import { llmopsRenderPrompt } from '../handlers/llmops-render-prompt.ts';

export const handler = llmopsRenderPrompt({
  documents: s3Documents(documentsEnv()),
  prompts: s3Prompts(promptsEnv()),
  metrics: embeddedMetrics({ ...metricsEnv(), ...clock }),
  ...clock,
});
