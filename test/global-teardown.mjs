import { rmSync } from 'node:fs';

export default function globalTeardown() {
  const folder = process.env.STRATA_TEST_TEMPLATES;
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
}
