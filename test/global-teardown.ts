import { rmSync } from 'node:fs';
import { TEMPLATES_VARIABLE } from './lib/template-store.ts';

export default function globalTeardown(): void {
  const folder = process.env[TEMPLATES_VARIABLE];
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
}
