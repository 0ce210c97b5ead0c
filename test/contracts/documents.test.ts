import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileDocuments } from '../../local/adapters/documents.ts';
import { s3Documents } from '../../lambda/adapters/documents.ts';
import { startStandIn } from '../adapters/stand-in.ts';
import { startS3 } from './aws-stores.ts';
import { describeDocumentsContract } from './documents.ts';

describeDocumentsContract('fileDocuments', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'strata-documents-'));
  return {
    documents: fileDocuments({ directory }),
    close: async () => rmSync(directory, { recursive: true }),
  };
});

describe('fileDocuments', () => {
  const directory = mkdtempSync(join(tmpdir(), 'strata-documents-'));
  const documents = fileDocuments({ directory });
  afterAll(() => rmSync(directory, { recursive: true }));

  test.each(['..', '../x', 'a/b', '.hidden', ''])('refuses the id %j', async (documentId) => {
    const attempt = async () => documents.has({ tenant: 'acme', documentId, name: 'text' });
    await expect(attempt()).rejects.toThrow(expect.objectContaining({ name: 'InvalidInputError' }));
  });

  test('what is removed is gone with all its blobs, and no other document’s', async () => {
    const key = { tenant: 'acme', documentId: '0a1b', name: 'source' } as const;
    const keys = [key, { ...key, name: 'text' }, { ...key, documentId: '0a1b2' }] as const;
    for (const one of keys) await documents.put(one, Uint8Array.of(1), 'text/plain');
    await documents.remove(key);
    await documents.remove(key);
    const has = await Promise.all(keys.map((one) => documents.has(one)));
    expect(has).toEqual([false, false, true]);
  });

  test('leaves no file aside after a put', async () => {
    const key = { tenant: 'acme', documentId: '0a', name: 'source' } as const;
    await documents.put(key, Uint8Array.of(1), 'text/plain');
    expect(readdirSync(join(directory, 'acme', '0a'))).toEqual(['source']);
  });
});

describeDocumentsContract('s3Documents', async () => {
  const { bucket, client, close } = await startS3();
  return { documents: s3Documents({ documentsBucket: bucket, client }), close };
});

// The stand-in above knows no versions: what is removed is told on the wire.
test('s3Documents removes every version and marker of a document, page after page', async () => {
  const pages = [
    '<Version><Key>acme/d1/text</Key><VersionId>v1</VersionId></Version>' +
      '<Version><Key>acme/d1/text</Key><VersionId>v2</VersionId></Version>',
    '<DeleteMarker><Key>acme/d1/source</Key><VersionId>m1</VersionId></DeleteMarker>',
    '',
  ];
  const store = await startStandIn(({ method }) => ({
    headers: { 'content-type': 'application/xml' },
    ...(method === 'GET'
      ? { body: `<ListVersionsResult>${pages.shift() ?? ''}</ListVersionsResult>` }
      : { status: 204, body: '' }),
  }));
  const documents = s3Documents({ documentsBucket: 'docs', client: store.client });
  await documents.remove({ tenant: 'acme', documentId: 'd1' });
  await store.close();
  const [listed] = store.sent;
  expect(listed?.path).toContain('prefix=acme%2Fd1%2F');
  const removed = store.sent.filter(({ method }) => method === 'DELETE').map(({ path }) => path);
  expect(removed.map((path) => /versionId=(\w+)/.exec(path)?.[1] ?? '').toSorted()).toEqual([
    'm1',
    'v1',
    'v2',
  ]);
});
