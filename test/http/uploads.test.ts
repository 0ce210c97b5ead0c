import { makeApi } from './area-harness.ts';

let api: ReturnType<typeof makeApi>;
let afterMs = 0;
beforeEach(() => {
  afterMs = 0;
  api = makeApi({ maxBytes: 1_000, afterMs: () => afterMs });
});
afterEach(() => api.close());

/** The bytes of a file that a text decoder would damage. */
const BYTES = Uint8Array.from({ length: 256 }, (_, at) => 255 - at);

async function offer(file: object, headers: Record<string, string> = {}) {
  return api.app.request('/api/uploads', {
    method: 'POST',
    body: JSON.stringify(file),
    headers: { 'content-type': 'application/json', ...headers },
  });
}

async function offered(name: string, bytes: number) {
  const reply = await offer({ name, bytes });
  expect(reply.status).toBe(201);
  const link: { uploadId: string; url: string; headers: Record<string, string> } =
    await reply.json();
  return link;
}

function send(
  link: { url: string; headers: Record<string, string> },
  body: Uint8Array,
  other = {},
) {
  const headers = { 'content-length': String(body.length), ...link.headers, ...other };
  return api.app.request(link.url, { method: 'PUT', body: new Uint8Array(body), headers });
}

async function outcome(uploadId: string, headers: Record<string, string> = {}) {
  return (await api.app.request(`/api/uploads/${uploadId}`, { headers })).json();
}

test('what is sent through a link is a document with its own bytes, and its flow starts', async () => {
  const link = await offered('contract.docx', BYTES.length);
  expect(await outcome(link.uploadId)).toMatchObject({ status: 'offered', name: 'contract.docx' });
  expect((await send(link, BYTES)).status).toBe(200);
  await api.takeIn();
  const { status, documentId } = await outcome(link.uploadId);
  expect(status).toBe('received');
  const source = { tenant: 'acme', documentId, name: 'source' } as const;
  expect(new Uint8Array(await api.ports.documents.get(source))).toEqual(BYTES);
  expect(api.started).toEqual([{ tenant: 'acme', documentId }]);
  const record = await (await api.app.request(`/api/documents/${documentId}`)).json();
  expect(record.name).toBe('contract.docx');
});

test('nothing is left in the inbox of what was taken in', async () => {
  const link = await offered('a.txt', BYTES.length);
  await send(link, BYTES);
  await api.takeIn();
  const key = `incoming/acme/_upload/${link.uploadId}`;
  await expect(api.ports.dropped.read(key, 10)).rejects.toThrow('must exist');
});

test('the type of a link is what the name claims', async () => {
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  expect((await offered('contract.docx', 1)).headers).toEqual({ 'content-type': type });
});

test.each([
  ['another size', { 'content-length': '255' }],
  ['another type', { 'content-type': 'text/html' }],
])('a link does not take %s than was declared', async (_, other) => {
  const link = await offered('a.txt', BYTES.length);
  expect((await send(link, BYTES, other)).status).toBe(403);
});

test('a link that nobody signed takes nothing', async () => {
  const link = await offered('a.txt', BYTES.length);
  const url = `${link.url.slice(0, -4)}AAAA`;
  expect((await send({ ...link, url }, BYTES)).status).toBe(403);
});

test('a link is over after a quarter of an hour', async () => {
  const link = await offered('a.txt', BYTES.length);
  afterMs = 900_000;
  expect((await send(link, BYTES)).status).toBe(403);
});

test('a link takes one document: what comes through it later is thrown away', async () => {
  const link = await offered('a.txt', BYTES.length);
  await send(link, BYTES);
  await api.takeIn();
  const first = await outcome(link.uploadId);
  await send(
    link,
    BYTES.map((byte) => byte ^ 1),
  );
  await api.takeIn();
  expect(await outcome(link.uploadId)).toEqual(first);
  expect(api.started).toHaveLength(1);
});

test('a file over the limit is offered no link', async () => {
  const reply = await offer({ name: 'big.pdf', bytes: 1_001 });
  expect(reply.status).toBe(413);
  expect((await reply.json()).detail).toContain('at most 1000 bytes');
});

test('a file without a name is a problem that names it', async () => {
  const reply = await offer({ bytes: 10 });
  expect(reply.status).toBe(400);
  expect((await reply.json()).detail).toContain('name');
});

test('those who only read are offered no link', async () => {
  expect((await offer({ name: 'a.txt', bytes: 1 }, { 'x-role': 'reader' })).status).toBe(403);
});

test('one tenant does not see the uploads of another', async () => {
  const { uploadId } = await offered('a.txt', 1);
  const reply = await outcome(uploadId, { 'x-tenant': 'other' });
  expect(reply.type).toBe('urn:strata:problem:NotFoundError');
});
