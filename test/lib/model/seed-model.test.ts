import { readFileSync } from 'node:fs';
import * as z from 'zod';
import type { ModelBundle } from '../../../lambda/domain/mlops/model-bundle.ts';
import { openBundle } from '../../../lambda/domain/mlops/open-bundle.ts';
import { canWrite } from '../../../local/corpus/generate/write-document.ts';

const madeBySchema = z.object({ code: z.string(), categories: z.array(z.string()) });
const read = (file: string): unknown =>
  JSON.parse(readFileSync(`lib/model/seed-model/${file}`, 'utf8'));
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- openBundle checks it
const bundle = read('bundle.json') as ModelBundle;
const madeBy = madeBySchema.parse(read('made-by.json'));

test('the seed model opens with the code of this release', () => {
  expect(openBundle(bundle).ensemble.classes).toBe(madeBy.categories.length);
});

test('the seed model carries its own classes', () => {
  expect(bundle.categories).toEqual(madeBy.categories);
});

test('the seed model names the code that made it by a hash', () => {
  expect(madeBy.code).toMatch(/^[0-9a-f]{16}$/);
});

test('a category without a writer is legal: it has no documents', () => {
  expect(canWrite('a-category-of-tomorrow')).toBe(false);
});
