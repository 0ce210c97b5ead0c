import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path/posix';
import { ROOTS } from './areas.ts';
import { readSource, type Source } from './read-source.ts';

/** All source files below the listed roots. */
export function readTree(): Source[] {
  return ROOTS.flatMap((folder) => filesBelow(folder)).map((file) =>
    readSource(file, readFileSync(file, 'utf8')),
  );
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return /\.(ts|tsx|mts|cts|js|jsx|mjs|cjs)$/.test(entry.name) ? [path] : [];
  });
}
