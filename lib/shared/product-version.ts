import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

/** Of the checkout in the folder. */
export function productVersion(root: string): string {
  const text = readFileSync(join(root, 'package.json'), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}
