import { pathToFileURL } from 'node:url';
import type { Artefacts } from '../../lambda/store-ports.ts';
import { exists, readExisting, safePath, writeAtomically } from './atomic-files.ts';

/** Artefacts as files below `directory`; paths use `/` on every platform. */
export function fileArtefacts(options: { readonly directory: string }): Artefacts {
  const pathOf = (path: string) => safePath(options.directory, path.split('/'));
  return {
    put: (path, body) => writeAtomically(pathOf(path), body),
    get: (path) => readExisting(pathOf(path), `artefact ${path}`),
    has: (path) => exists(pathOf(path)),
    uri: (path) => `${pathToFileURL(options.directory).href}/${path}`,
  };
}
