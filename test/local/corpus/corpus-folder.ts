import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A new folder with the given files: path → text, or lines of JSON. */
export function corpusFolder(files: Readonly<Record<string, string | readonly object[]>>): string {
  const root = mkdtempSync(join(tmpdir(), 'strata-corpus-'));
  for (const [file, content] of Object.entries(files)) {
    const path = join(root, file);
    mkdirSync(dirname(path), { recursive: true });
    const lines = typeof content === 'string' ? content : content.map((l) => JSON.stringify(l));
    writeFileSync(path, typeof lines === 'string' ? lines : `${lines.join('\n')}\n`);
  }
  return root;
}
