import * as z from 'zod';
import { parsePromptFile, promptFileName } from '../domain/llmops/prompt-file.ts';
import { NotFoundError } from '../errors.ts';
import type { Prompts } from '../ports.ts';
import type { ClientSettings } from './client-settings.ts';
import { s3Blobs } from './s3-blobs.ts';
import { lazily } from '../lazily.ts';

const productionSchema = /* @__PURE__ */ lazily(() => z.record(z.string(), z.int().min(1)));

/**
 * The prompt registry: `<prefix>production.json` says which version of a task is in production,
 * `<prefix><task>.v<N>.md` are the versions, never changed. The first is read at every call, so
 * that a roll-back acts at once; the second once. Needs s3:GetObject below the prefix.
 */
export function s3Prompts(options: {
  readonly promptsBucket: string;
  readonly promptsPrefix: string;
  readonly client?: ClientSettings;
}): Prompts {
  const { promptsPrefix } = options;
  const blobs = s3Blobs({ bucket: options.promptsBucket, client: options.client });
  const decoder = new TextDecoder();
  const read = async (name: string) => decoder.decode(await blobs.get(`${promptsPrefix}${name}`));
  const versions = new Map<string, Awaited<ReturnType<Prompts['get']>>>();
  return {
    async get(task) {
      const production = productionSchema().parse(JSON.parse(await read('production.json')));
      const version = production[task];
      if (version === undefined) {
        throw new NotFoundError(
          `task ${task} must have a version in ${promptsPrefix}production.json; approve one`,
        );
      }
      const file = promptFileName(task, version);
      const known = versions.get(file);
      if (known) return known;
      const prompt = parsePromptFile(task, version, await read(file));
      versions.set(file, prompt);
      return prompt;
    },
  };
}
