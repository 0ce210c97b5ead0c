import { mkdirSync, mkdtempSync } from 'node:fs';
import { resolve } from 'node:path';
import { buildParser } from '../build.mjs';

/** What suites of one run share: the bundle of parsers, and a folder for synthesized templates. */
export default async function globalSetup() {
  // Threads run JavaScript: suites that read files find it up to date.
  await buildParser();
  // Below the project, where programs find the packages.
  mkdirSync('dist', { recursive: true });
  process.env.STRATA_TEST_TEMPLATES = resolve(mkdtempSync('dist/test-'));
}
