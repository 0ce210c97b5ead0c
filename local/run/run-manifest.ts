import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { taxonomySchema } from '../../config/schema.ts';

/** What a finished run leaves for the next start, `serve`, `ask` and `classify`. */
const runManifestSchema = z.strictObject({
  key: z.string(),
  name: z.string(),
  tenant: z.string(),
  taxonomy: taxonomySchema(),
  sides: z.array(z.enum(['mlops', 'llmops'])),
  /** Paths in the artefact store; null where the side was left out or nothing was learned. */
  statistics: z.templateLiteral(['statistics/', z.string()]).nullable(),
  expansion: z.templateLiteral(['expansion/', z.string()]).nullable(),
  model: z.string().nullable(),
  /** Documents and questions that a failing service left without a result: the next run tries them. */
  open: z.int().nonnegative().default(0),
});
export type RunManifest = z.infer<typeof runManifestSchema>;

export async function readManifest(
  stateDirectory: string,
  key: string,
): Promise<RunManifest | null> {
  return readJson(manifestPath(stateDirectory, key));
}

export async function readLatestManifest(stateDirectory: string): Promise<RunManifest | null> {
  return readJson(join(stateDirectory, 'latest.json'));
}

/** Written last: a run without a manifest is unfinished and goes on where it stopped. */
export async function writeManifest(stateDirectory: string, manifest: RunManifest): Promise<void> {
  const text = JSON.stringify(manifest);
  await mkdir(runDirectory(stateDirectory, manifest.key), { recursive: true });
  for (const path of [
    manifestPath(stateDirectory, manifest.key),
    join(stateDirectory, 'latest.json'),
  ]) {
    await writeFile(`${path}.part`, text);
    await rename(`${path}.part`, path);
  }
}

export function runDirectory(stateDirectory: string, key: string): string {
  return join(stateDirectory, 'runs', key);
}

function manifestPath(stateDirectory: string, key: string): string {
  return join(runDirectory(stateDirectory, key), 'manifest.json');
}

async function readJson(path: string): Promise<RunManifest | null> {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return null;
  const parsed = runManifestSchema.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : null;
}
