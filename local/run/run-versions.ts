import type { RunMeasurement } from '../../lambda/domain/compare/run-measurement.ts';
import type { Platform } from '../platform.ts';
import type { Settings } from '../settings.ts';
import type { RunPlan, RunRequest } from './plan-run.ts';

/** What a run's results were made with. */
export async function versionsOf(
  request: RunRequest,
  settings: Settings,
  plan: RunPlan,
  { ports }: Platform,
  model: string | null,
): Promise<RunMeasurement['versions']> {
  const { commitOf } = await import('../code-version.ts');
  const tasks = [
    'answer-question',
    'plan-question',
    'classify-document',
    'extract-fields',
  ] as const;
  const prompts = await Promise.all(tasks.map((task) => ports.prompts.get(task)));
  return {
    commit: commitOf(request.root),
    corpus: plan.corpus.hash,
    trainingCorpus: plan.trainingCorpus === plan.corpus ? null : plan.trainingCorpus.hash,
    model,
    release: null,
    prompts: Object.fromEntries(
      prompts.map((prompt) => [`${prompt.name}.v${prompt.version}`, prompt.hash]),
    ),
    guardrail: request.sides.includes('llmops')
      ? { id: ports.guardrail.id, version: ports.guardrail.version }
      : null,
    configuration: settings.hash,
  };
}
