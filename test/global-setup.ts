import { mkdirSync, mkdtempSync } from 'node:fs';
import { resolve } from 'node:path';
import { TEMPLATES_VARIABLE } from './lib/template-store.ts';

/** A folder for what all suites of one run share: templates are synthesized once. */
export default function globalSetup(): void {
  // Below the project, where programs find the packages.
  mkdirSync('dist', { recursive: true });
  process.env[TEMPLATES_VARIABLE] = resolve(mkdtempSync('dist/test-'));
}
