import { lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep, win32 } from 'node:path';

/** Files of the format itself; they are documents of no corpus. */
const RESERVED = /^(corpus\.json|labels\.jsonl|questions\.jsonl|(readme|licen[cs]e)(\.\w+)?)$/i;

/** The absolute path of a file that a label names, or what is wrong with it. */
export function resolveInside(
  root: string,
  file: string,
): { readonly path: string } | { readonly mistake: string } {
  if (isAbsolute(file) || win32.isAbsolute(file)) {
    return { mistake: `"${file}" must be a path relative to the corpus folder` };
  }
  const path = resolve(root, file);
  if (!isInside(root, path)) return { mistake: `"${file}" must stay inside the corpus folder` };
  const status = statSync(path, { throwIfNoEntry: false });
  if (status === undefined) return { mistake: `"${file}" must exist in the corpus folder` };
  if (!status.isFile()) return { mistake: `"${file}" must be a file` };
  if (!isInside(realpathSync(root), realpathSync(path))) {
    return { mistake: `"${file}" must not lead out of the corpus folder through a link` };
  }
  return { path };
}

/**
 * Every document file below the folder, as relative paths with `/`, ascending. Hidden files and
 * the files of the format are left out; links are not followed, so that nothing outside is read.
 */
export function listDocumentFiles(root: string): string[] {
  const documents = statSync(join(root, 'documents'), { throwIfNoEntry: false });
  const start = documents?.isDirectory() === true ? 'documents' : '';
  const found: string[] = [];
  const visit = (folder: string, top: boolean): void => {
    for (const name of readdirSync(join(root, folder))) {
      if (name.startsWith('.')) continue;
      const path = folder === '' ? name : `${folder}/${name}`;
      const status = lstatSync(join(root, path));
      if (status.isDirectory()) visit(path, false);
      else if (status.isFile() && !(top && RESERVED.test(name))) found.push(path);
    }
  };
  visit(start, start === '');
  return found.sort(compareText);
}

/** Order by code units: the same on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function isInside(root: string, path: string): boolean {
  const way = relative(root, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
