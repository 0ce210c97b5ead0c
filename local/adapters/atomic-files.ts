import { randomUUID } from 'node:crypto';
import { access, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { InvalidInputError, NotFoundError } from '../../lambda/errors.ts';

/** One part of a path: what every file system takes, and no way out of the folder. */
const SAFE_SEGMENT = /^[A-Za-z0-9_][A-Za-z0-9._+-]{0,199}$/;

/** @throws InvalidInputError for a part that is empty, hidden, too long, or leads elsewhere */
export function safePath(directory: string, segments: readonly string[]): string {
  const unsafe = segments.find((segment) => !SAFE_SEGMENT.test(segment));
  if (unsafe !== undefined || segments.length === 0) {
    throw new InvalidInputError(
      'each part of a path must be 1 to 200 letters, digits, ".", "_", "+" or "-" and start with ' +
        `a letter, digit or "_", got ${JSON.stringify(unsafe ?? '')}; rename it`,
    );
  }
  return join(directory, ...segments);
}

/** A reader sees the old file or the whole new one, also after a crash: write aside, then rename. */
export async function writeAtomically(path: string, body: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const aside = `${path}.${randomUUID()}.tmp`;
  try {
    await writeFile(aside, body);
    await rename(aside, path);
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  }
}

/** @throws NotFoundError */
export async function readExisting(path: string, what: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    if (isMissing(error)) {
      throw new NotFoundError(`${what} must exist to be read; put it first`, { cause: error });
    }
    throw error;
  }
}

export async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

/** No such file, or a part of its path is a file. */
export function isMissing(error: unknown): boolean {
  // Not instanceof: errors of Node's own modules come from another realm under Jest.
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  return code === 'ENOENT' || code === 'ENOTDIR';
}
