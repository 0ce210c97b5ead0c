import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSearchVectors } from '../../lambda/adapters/vectors.ts';
import { sqliteVectors } from '../../local/adapters/vectors.ts';
import { startOpenSearch } from '../adapters/open-search.ts';
import { TEST_CLIENT } from '../adapters/stand-in.ts';
import { describeVectorsContract } from './vectors.ts';

for (const engine of ['extension', 'scan'] as const) {
  describeVectorsContract(`sqliteVectors by ${engine}`, () => {
    const directory = mkdtempSync(join(tmpdir(), 'strata-vectors-'));
    const vectors = sqliteVectors({ directory, engine });
    return {
      vectors,
      close() {
        vectors.close();
        rmSync(directory, { recursive: true });
      },
    };
  });
}

test('what was stored is there when the file is opened again', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'strata-vectors-'));
  const first = sqliteVectors({ directory });
  await first.replace({ tenant: 'acme', documentId: 'd1' }, [
    {
      chunkId: 'd1/0',
      documentId: 'd1',
      range: [0, 5],
      headings: [],
      text: 'durable',
      vector: Float32Array.of(1, 0),
    },
  ]);
  first.close();
  const second = sqliteVectors({ directory });
  const hits = await second.searchByText({ tenant: 'acme', text: 'durable', limit: 1 });
  second.close();
  rmSync(directory, { recursive: true });
  expect(hits.map((hit) => hit.chunkId)).toEqual(['d1/0']);
});

describeVectorsContract('openSearchVectors', async () => {
  const server = await startOpenSearch();
  const vectors = openSearchVectors({
    collectionEndpoint: server.url,
    vectorIndex: 'chunks',
    credentials: () => ({ region: 'eu-west-1', ...TEST_CLIENT.credentials }),
  });
  return { vectors, close: () => server.close() };
});
