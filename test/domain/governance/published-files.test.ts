import { strToU8, zipSync } from 'fflate';
import {
  type PublishedFile,
  publishInto,
} from '../../../lambda/domain/governance/published-files.ts';

/** A bucket in memory. */
function bucket() {
  const files = new Map<string, { readonly body: Uint8Array; readonly file: PublishedFile }>();
  return {
    files,
    async put(key: string, body: Uint8Array, file: PublishedFile) {
      if (file.ifAbsent && files.has(key)) return false;
      files.set(key, { body, file });
      return true;
    },
    get: async (key: string) => files.get(key)?.body ?? new Uint8Array(),
  };
}
const publication = (files: Readonly<Record<string, string>>, mode: 'immutable' | 'replace') => ({
  archive: zipSync(Object.fromEntries(Object.entries(files).map(([k, v]) => [k, strToU8(v)]))),
  prefix: 'prompts/',
  mode,
  texts: { 'production.json': '{}' },
});

test('puts files and texts below the prefix', async () => {
  const store = bucket();
  await publishInto(store, publication({ 'answer.v1.md': 'one' }, 'immutable'));
  expect([...store.files.keys()]).toEqual(['prompts/answer.v1.md', 'prompts/production.json']);
});

test('an immutable file with other bytes fails and names the file', async () => {
  const store = bucket();
  await publishInto(store, publication({ 'answer.v1.md': 'one' }, 'immutable'));
  const changed = publishInto(store, publication({ 'answer.v1.md': 'two' }, 'immutable'));
  await expect(changed).rejects.toThrow('prompts/answer.v1.md');
});

test('publishing the same again changes nothing', async () => {
  const store = bucket();
  for (let run = 0; run < 2; run += 1) {
    await publishInto(store, publication({ 'answer.v1.md': 'one' }, 'immutable'));
  }
  expect(store.files.size).toBe(2);
});

test('hashed assets are kept by browsers, pages are asked for again', async () => {
  const store = bucket();
  const files = { 'index.html': '<p>', 'assets/index-abc.js': '1' };
  await publishInto(store, { ...publication(files, 'replace'), prefix: '' });
  expect(['index.html', 'assets/index-abc.js'].map((key) => store.files.get(key)?.file)).toEqual([
    { mediaType: 'text/html; charset=utf-8', cacheControl: 'no-cache', ifAbsent: false },
    expect.objectContaining({ cacheControl: 'public, max-age=31536000, immutable' }),
  ]);
});

test('a name that leaves the bucket is refused', async () => {
  const texts = { '../../elsewhere.json': '{}' };
  const leaving = publishInto(bucket(), { ...publication({}, 'replace'), texts });
  await expect(leaving).rejects.toMatchObject({ name: 'ConfigurationError' });
});
