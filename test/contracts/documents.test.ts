import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileDocuments } from '../../local/adapters/documents.ts';
import { s3Documents } from '../../lambda/adapters/documents.ts';
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
