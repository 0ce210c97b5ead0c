import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import guardrailPolicy from '../../config/guardrail.json' with { type: 'json' };
import { promptFileName, parsePromptFile } from '../../lambda/domain/llmops/prompt-file.ts';
import type { LlmopsBundle } from '../../lambda/domain/governance/release/release-bundle.ts';
import { policyGuardrail } from '../adapters/guardrail.ts';
import type { Settings } from '../settings.ts';

/**
 * What `config/` says now, as a bundle that may be released: the highest version of each prompt, the
 * models, the student profile's retrieval, the guardrail.
 * @throws ConfigurationError for a prompt without a purpose, or a wrong guardrail policy
 */
export function workingBundle(root: string, { profile, models }: Settings): LlmopsBundle {
  const { id, version } = policyGuardrail(guardrailPolicy);
  return {
    side: 'llmops',
    prompts: workingPrompts(join(root, 'config', 'prompts')),
    models: Object.fromEntries(Object.entries(models).map(([role, model]) => [role, model.id])),
    rag: { ...profile.rag },
    guardrail: { id, version, policy: guardrailPolicy },
  };
}

function workingPrompts(directory: string): LlmopsBundle['prompts'] {
  const newest = new Map<string, number>();
  for (const file of readdirSync(directory).sort()) {
    const [, task, version] = /^(.+)\.v(\d+)\.md$/.exec(file) ?? [];
    if (task === undefined) continue;
    newest.set(task, Math.max(newest.get(task) ?? 0, Number(version)));
  }
  return Object.fromEntries(
    [...newest].map(([task, version]) => {
      const text = readFileSync(join(directory, promptFileName(task, version)), 'utf8');
      return [task, { version, template: parsePromptFile(task, version, text).template }];
    }),
  );
}
