import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { STATE_VARIABLE, strata } from './strata-command.ts';

/** One corpus and one run for all browser tests, made by the real command. */
export default async function globalSetup(): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'strata-browser-'));
  process.env[STATE_VARIABLE] = directory;
  await strata(directory, 'corpus', 'make', '--documents', '36', '--seed', '1', '--out', 'corpus');
  await strata(directory, 'run', '--corpus', 'corpus', '--exit');
}
