import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigurationError, NotFoundError } from '../../lambda/errors.ts';
import type { PromptTask } from '../../lambda/domain/gateway/language-model-exchange.ts';
import type { Prompts } from '../../lambda/ports.ts';

export interface FilePromptsSettings {
  /** Holds `<task>.v<N>.md`: front matter between `---` lines, then the template. */
  readonly directory: string;
  /** Versions in production, to roll one back. @default the highest version of each task */
  readonly production?: Partial<Readonly<Record<PromptTask, number>>>;
}

const FRONT_MATTER = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/;

/** Prompts from files; a version's hash is that of its template, so a changed file shows. */
export function filePrompts(settings: FilePromptsSettings): Prompts {
  const known = new Map<PromptTask, Awaited<ReturnType<Prompts['get']>>>();
  return {
    async get(task) {
      const cached = known.get(task);
      if (cached !== undefined) return cached;
      const version =
        settings.production?.[task] ?? (await highestVersion(settings.directory, task));
      const template = await readTemplate(settings.directory, `${task}.v${version}.md`);
      const hash = createHash('sha256').update(template).digest('hex');
      const prompt = { name: task, version, hash, template };
      known.set(task, prompt);
      return prompt;
    },
  };
}

async function highestVersion(directory: string, task: PromptTask): Promise<number> {
  const names = await readdir(directory);
  const versions = names.flatMap((name) => {
    const match = /^(.+)\.v(\d+)\.md$/.exec(name);
    return match?.[1] === task ? [Number(match[2])] : [];
  });
  if (versions.length === 0) {
    throw new NotFoundError(
      `prompt ${task} must exist as ${join(directory, `${task}.v1.md`)}, got none; write it`,
    );
  }
  return Math.max(...versions);
}

async function readTemplate(directory: string, name: string): Promise<string> {
  const path = join(directory, name);
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    throw new NotFoundError(`prompt ${path} must be a readable file; write it or roll back`, {
      cause,
    });
  }
  const frontMatter = FRONT_MATTER.exec(text);
  if (frontMatter === null || !/^purpose: \S/m.test(frontMatter[1] ?? '')) {
    throw new ConfigurationError(
      `prompt ${path} must begin with front matter that states its purpose, between two --- lines; add it`,
    );
  }
  return text.slice(frontMatter[0].length);
}
