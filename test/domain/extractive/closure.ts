import { readdirSync, readFileSync } from 'node:fs';
import { readSource, type Source } from '../../architecture/read-source.ts';
import { readTree } from '../../architecture/read-tree.ts';

export const READER = 'lambda/domain/extractive';

export interface File {
  readonly path: string;
  readonly code: string;
}

/** The reader's files and all that they import at run time, data included. */
export function closureOfReader(): readonly File[] {
  return closure(readdirSync(READER).map((name) => `${READER}/${name}`)).map((path) => ({
    path,
    code: readFileSync(path, 'utf8'),
  }));
}

/** Those of the closure that nothing outside it imports: what the reader alone needs. */
export function onlyOfReader(): readonly File[] {
  const tree = readTree();
  const files = closureOfReader();
  const own = new Set(
    files.map(({ path }) => path).filter((path) => path.startsWith(`${READER}/`)),
  );
  // What only its own files import is its own too, to any depth.
  for (let before = -1; before < own.size; ) {
    before = own.size;
    for (const { path } of files) {
      const users = tree.filter((file) => imports(file, path));
      if (users.length > 0 && users.every((user) => own.has(user.path))) own.add(path);
    }
  }
  return files.filter(({ path }) => own.has(path));
}

function closure(start: readonly string[]): readonly string[] {
  const found = new Set(start);
  for (const path of found) {
    if (path.endsWith('.json')) continue;
    for (const { to, ours, typeOnly } of readSource(path, readFileSync(path, 'utf8')).imports) {
      if (ours && !typeOnly) found.add(to);
    }
  }
  return [...found];
}

function imports({ imports: all }: Source, path: string): boolean {
  return all.some(({ to, typeOnly }) => to === path && !typeOnly);
}
