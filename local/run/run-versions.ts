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
  const { release, prompts, guardrail } = await ports.configuration.current();
  const asksModels = request.sides.includes('llmops');
  return {
    commit: commitOf(request.root),
    corpus: plan.corpus.hash,
    trainingCorpus: plan.trainingCorpus === plan.corpus ? null : plan.trainingCorpus.hash,
    model,
    release: asksModels ? release : null,
    prompts: Object.fromEntries(
      Object.entries(prompts).map(([task, { version, hash }]) => [`${task}.v${version}`, hash]),
    ),
    guardrail: asksModels ? { id: guardrail.id, version: guardrail.version } : null,
    configuration: settings.hash,
  };
}
