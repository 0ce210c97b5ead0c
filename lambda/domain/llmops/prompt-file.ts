import { createHash } from 'node:crypto';
import { ConfigurationError } from '../../errors.ts';
import type { PromptVersion } from '../document/document.ts';

/** Front matter between two lines of `---`, then the template. */
const PARTS = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]+)$/;

/** Name of a prompt's file in the registry: `<task>.v<N>.md`. */
export function promptFileName(task: string, version: number): string {
  return `${task}.v${version}.md`;
}

/**
 * A version of a prompt as its file says it; the hash is that of the template alone.
 * @throws ConfigurationError where the front matter or the template is missing
 */
export function parsePromptFile(
  task: string,
  version: number,
  text: string,
): PromptVersion & { readonly template: string } {
  const [, frontMatter, template] = PARTS.exec(text) ?? [];
  if (!frontMatter || !template || !/^purpose: \S/m.test(frontMatter)) {
    throw new ConfigurationError(
      `${promptFileName(task, version)} must have front matter that states its purpose between ` +
        'two lines of ---, and a template after it; see config/prompts',
    );
  }
  const hash = createHash('sha256').update(template).digest('hex');
  return { name: task, version, hash, template };
}
