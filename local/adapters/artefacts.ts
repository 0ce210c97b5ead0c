import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Artefacts } from '../../lambda/ports.ts';
import { exists, isMissing, readExisting, safePath, writeAtomically } from './atomic-files.ts';

/** Artefacts as files below `directory`; paths use `/` on every platform. */
export function fileArtefacts(options: { readonly directory: string }): Artefacts {
  const pathOf = (path: string) => safePath(options.directory, path.split('/'));
  return {
    put: (path, body) => writeAtomically(pathOf(path), body),
    get: (path) => readExisting(pathOf(path), `artefact ${path}`),
    has: (path) => exists(pathOf(path)),
    async list(prefix) {
      const folder = prefix.slice(0, prefix.lastIndexOf('/') + 1);
      const root = folder === '' ? options.directory : pathOf(folder.slice(0, -1));
      const paths = await filesBelow(root);
      return paths
        .map((path) => relative(options.directory, path).replaceAll('\\', '/'))
        .filter((path) => path.startsWith(prefix) && !path.endsWith('.tmp'))
        .sort();
    },
    uri: (path) => `${pathToFileURL(options.directory).href}/${path}`,
  };
}

async function filesBelow(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}
