import { makeApi } from './area-harness.ts';

let api: ReturnType<typeof makeApi>;
beforeEach(() => {
  api = makeApi({ maxBytes: 1_000 });
});
afterEach(() => api.close());

function upload(name: string, body: string, headers: Record<string, string> = {}) {
  const path = `/api/documents?name=${encodeURIComponent(name)}`;
  return api.app.request(path, { method: 'POST', body, headers });
}

async function uploadedId(name: string, body: string): Promise<string> {
  const reply: { documentId: string } = await (await upload(name, body)).json();
  return reply.documentId;
}

test('an upload is accepted and starts the document flow once', async () => {
  const first = await upload('a.txt', 'Invoice 1');
  expect(first.status).toBe(202);
  const { documentId, status } = await first.json();
  expect(status).toBe('received');
  expect(api.started).toEqual([{ tenant: 'acme', documentId }]);
});

test('the same content again is the same document', async () => {
  const first = await uploadedId('a.txt', 'Invoice 1');
  const again = await upload('b.txt', 'Invoice 1');
  expect(await again.json()).toEqual({ documentId: first, status: 'known' });
});

test('a document whose flow is done is not started again', async () => {
  const documentId = await uploadedId('a.txt', 'Invoice 1');
  const key = { tenant: 'acme', kind: 'document', id: documentId } as const;
  const record = { tenant: 'acme', documentId, name: 'a.txt', receivedAt: '', status: 'recorded' };
  await api.ports.records.put(key, record);
  await upload('a.txt', 'Invoice 1');
  expect(api.started).toHaveLength(1);
});

test('an upload over the limit is refused before it is stored', async () => {
  const reply = await upload('big.txt', 'x'.repeat(1_001));
  expect(reply.status).toBe(413);
  expect(reply.headers.get('content-type')).toBe('application/problem+json');
  expect((await reply.json()).detail).toContain('at most 1000 bytes');
});

test('an upload without a name is a problem that names the parameter', async () => {
  const reply = await api.app.request('/api/documents', { method: 'POST', body: 'x' });
  expect(reply.status).toBe(400);
  expect((await reply.json()).detail).toContain('name');
});

test('the list pages through all documents in order', async () => {
  for (const body of ['a', 'b', 'c']) await upload(`${body}.txt`, body);
  const seen: string[] = [];
  let after = '';
  do {
    const reply = await api.app.request(`/api/documents?limit=2${after}`);
    const page: { items: { documentId: string }[]; next?: string } = await reply.json();
    seen.push(...page.items.map(({ documentId }) => documentId));
    after = page.next === undefined ? '' : `&after=${page.next}`;
  } while (after !== '');
  expect(seen).toHaveLength(3);
  expect(seen).toEqual([...seen].sort());
});

test('a page of more than 200 documents is refused', async () => {
  expect((await api.app.request('/api/documents?limit=201')).status).toBe(400);
});

test('an unknown query parameter is refused', async () => {
  expect((await api.app.request('/api/documents?page=2')).status).toBe(400);
});

test('one tenant does not see the documents of another', async () => {
  const documentId = await uploadedId('a.txt', 'Invoice 1');
  const path = `/api/documents/${documentId}`;
  expect((await api.app.request(path)).status).toBe(200);
  expect((await api.app.request(path, { headers: { 'x-tenant': 'other' } })).status).toBe(404);
  const list = await api.app.request('/api/documents', { headers: { 'x-tenant': 'other' } });
  expect(await list.json()).toEqual({ items: [] });
});

test('the text of a document that was not read yet is not found', async () => {
  const documentId = await uploadedId('a.txt', 'Invoice 1');
  const reply = await api.app.request(`/api/documents/${documentId}/text`);
  expect(reply.status).toBe(404);
  expect((await reply.json()).type).toBe('urn:strata:problem:NotFoundError');
});

test('every reply forbids framing, sniffing and caching', async () => {
  const { headers } = await api.app.request('/api/documents');
  expect(headers.get('x-frame-options')).toBe('DENY');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('cache-control')).toBe('no-store');
});

test('no origin is allowed to read replies', async () => {
  const reply = await api.app.request('/api/documents', {
    headers: { origin: 'https://elsewhere.example' },
  });
  expect(reply.headers.get('access-control-allow-origin')).toBeNull();
});
