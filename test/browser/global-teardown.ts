import { rmSync } from 'node:fs';
import { STATE_VARIABLE } from './strata-command.ts';

export default function globalTeardown(): void {
  const directory = process.env[STATE_VARIABLE];
  if (directory !== undefined) rmSync(directory, { recursive: true, force: true });
}
