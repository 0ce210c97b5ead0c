import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The checkout's commit, read from its `.git`; null where the folder is not a git checkout. */
export function commitOf(root: string): string | null {
  const git = join(root, '.git');
  const head = readIfThere(join(git, 'HEAD'));
  if (head === null) return null;
  const reference = /^ref: (.+)$/.exec(head)?.[1];
  if (reference === undefined) return head;
  return readIfThere(join(git, reference)) ?? packedCommit(git, reference);
}

function packedCommit(git: string, reference: string): string | null {
  const packed = readIfThere(join(git, 'packed-refs')) ?? '';
  const line = packed.split('\n').find((entry) => entry.endsWith(` ${reference}`));
  return line?.split(' ')[0] ?? null;
}

function readIfThere(path: string): string | null {
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : null;
}
