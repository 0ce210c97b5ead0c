import { openSearchVectors } from '../../lambda/adapters/vectors.ts';
import { startOpenSearch } from './open-search.ts';
import { type Reply, type StandIn, startStandIn, TEST_CLIENT } from './stand-in.ts';

const document = { tenant: 'acme', documentId: 'd1' };
const chunk = {
  chunkId: 'd1/0',
  documentId: 'd1',
  range: [0, 5],
  headings: [],
  text: 'term',
  vector: Float32Array.of(1, 0),
} as const;
const connect = (server: StandIn) =>
  openSearchVectors({
    collectionEndpoint: server.url,
    vectorIndex: 'chunks',
    credentials: () => ({ region: 'eu-west-1', ...TEST_CLIENT.credentials }),
  });

describe('openSearchVectors', () => {
  let server: StandIn;
  afterEach(() => server.close());

  test('every search that it sends filters by tenant', async () => {
    server = await startOpenSearch();
    const vectors = connect(server);
    await vectors.replace(document, [chunk]);
    await vectors.searchByText({ tenant: 'acme', text: 'term', limit: 5 });
    await vectors.searchByVector({ tenant: 'acme', vector: chunk.vector, limit: 5 });
    await vectors.remove(document);
    const searches = server.sent.filter(({ path }) => path.endsWith('/_search'));
    const unfiltered = searches.filter(({ body }) => !body.includes('{"term":{"tenant":"acme"}}'));
    expect([searches.length, unfiltered]).toEqual([4, []]);
  });

  test('signs for OpenSearch Serverless with the hash of the body', async () => {
    server = await startOpenSearch();
    await connect(server).searchByText({ tenant: 'acme', text: 'term', limit: 5 });
    const headers = server.sent[0]?.headers;
    expect([headers?.['authorization'], headers?.['x-amz-content-sha256']]).toEqual([
      expect.stringContaining('/eu-west-1/aoss/aws4_request'),
      expect.stringMatching(/^[0-9a-f]{64}$/),
    ]);
  });

  test('gives no chunk an id of its own, which a vector collection refuses', async () => {
    server = await startOpenSearch();
    await connect(server).replace(document, [chunk]);
    const bulk = server.sent.find(({ path }) => path.endsWith('/_bulk'));
    expect(bulk?.body.split('\n')[0]).toBe('{"index":{}}');
  });

  test('a step that is repeated indexes nothing twice', async () => {
    server = await startOpenSearch();
    const vectors = connect(server);
    await vectors.replace(document, [chunk]);
    await vectors.replace(document, [chunk]);
    expect(server.sent.filter(({ path }) => path.endsWith('/_bulk'))).toHaveLength(1);
  });

  test('folds a chunk that stands in the index twice', async () => {
    const hit = {
      _id: 'x',
      _score: 1.5,
      _source: { ...document, chunkId: 'd1/0', start: 0, end: 5 },
    };
    server = await startStandIn(() => ({ body: { hits: { hits: [hit, { ...hit, _id: 'y' }] } } }));
    const query = { tenant: 'acme', vector: chunk.vector, limit: 5 };
    expect(await connect(server).searchByVector(query)).toHaveLength(1);
  });

  test.each([403, 404, 429, 503])('%i means busy or waking: try again later', async (status) => {
    server = await startStandIn((): Reply => ({ status, body: 'waking' }));
    const query = { tenant: 'acme', text: 'term', limit: 5 };
    await expect(connect(server).searchByText(query)).rejects.toMatchObject({
      name: 'UnavailableError',
      retryAfterSeconds: 15,
    });
  });

  test('a bulk that refuses one chunk fails the step', async () => {
    server = await startStandIn(({ path }) => ({
      body: path.endsWith('/_bulk')
        ? { items: [{ index: { status: 429, error: { type: 'too_many_requests' } } }] }
        : { hits: { hits: [] } },
    }));
    await expect(connect(server).replace(document, [chunk])).rejects.toThrow('too_many_requests');
  });
});
