import { execFileSync } from 'node:child_process';
import * as z from 'zod';

const MAX_BYTES = 600_000;
const bundleSchema = z.object({
  stem: z.string(),
  bytes: z.number(),
  clients: z.array(z.string()),
});
const printed = execFileSync(process.execPath, ['bench/bundles/sizes.mjs'], { encoding: 'utf8' });
const bundles = z.array(bundleSchema).parse(JSON.parse(printed));
const small = bundles.filter(({ clients }) => clients.length <= 1);

test('functions with at most one SDK client are found', () => {
  expect(small.map(({ stem }) => stem)).toContain('describe-document');
});

test('a function that needs one SDK client is at most 600,000 bytes', () => {
  expect(small.filter(({ bytes }) => bytes > MAX_BYTES)).toEqual([]);
});
