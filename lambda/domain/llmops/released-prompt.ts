import { NotFoundError } from '../../errors.ts';
import type { ServedConfiguration } from '../../release-ports.ts';
import type { PromptVersion } from '../document/document.ts';
import type { PromptTask } from '../gateway/language-model-exchange.ts';

/** The prompt of a task in the release that serves. @throws NotFoundError where it has none */
export function releasedPrompt(
  { prompts, release }: ServedConfiguration,
  task: PromptTask,
): PromptVersion & { readonly template: string } {
  const found = prompts[task];
  if (found !== undefined) return { name: task, ...found };
  throw new NotFoundError(
    `release ${release} must have a prompt for ${task}; write config/prompts/${task}.v1.md and publish it`,
  );
}
