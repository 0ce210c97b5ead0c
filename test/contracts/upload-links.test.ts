import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { s3DroppedObjects } from '../../lambda/adapters/intake/dropped-objects.ts';
import { s3UploadLinks } from '../../lambda/adapters/intake/upload-links.ts';
import type { DroppedObjects, UploadLinks } from '../../lambda/deployment-ports.ts';
import { fileInbox } from '../../local/events/inbox.ts';
import { inboxRoute } from '../../local/events/inbox-route.ts';
import { startVerifyingS3 } from './verifying-s3.ts';

interface Opened {
  readonly links: UploadLinks;
  readonly dropped: DroppedObjects;
  /** What a link that is a path stands below. */
  readonly base: string | undefined;
  close(): Promise<void>;
}

const KEY = 'incoming/acme/_upload/0a1b';
const BODY = Uint8Array.from({ length: 256 }, (_, at) => at);
const OBJECT = { key: KEY, bytes: 256, mediaType: 'application/pdf', lastsSeconds: 60 };

describeUploadLinks('fileInbox', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'strata-inbox-'));
  const inbox = fileInbox({ directory, now: Date.now });
  const server = serve({ fetch: inboxRoute(inbox, { arrived: () => undefined }).fetch, port: 0 });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return {
    links: inbox,
    dropped: inbox,
    base: `http://127.0.0.1:${address.port}`,
    close: async () => {
      server.close();
      rmSync(directory, { recursive: true });
    },
  };
});

describeUploadLinks('s3UploadLinks', async () => {
  const { bucket: documentsBucket, client, endpoint, close } = await startVerifyingS3();
  const credentials = () => ({ region: client.region, ...client.credentials });
  return {
    links: s3UploadLinks({ documentsBucket, credentials, endpoint }),
    dropped: s3DroppedObjects({ documentsBucket, client }),
    base: undefined,
    close,
  };
});

test('without another store a link leads to the bucket in its region, over TLS', async () => {
  const links = s3UploadLinks({
    documentsBucket: 'docs',
    credentials: () => ({
      region: 'eu-west-1',
      accessKeyId: 'id',
      secretAccessKey: 'key',
      sessionToken: 'session',
    }),
  });
  const { origin, pathname, searchParams } = new URL((await links.offer(OBJECT)).url);
  expect(origin).toBe('https://docs.s3.eu-west-1.amazonaws.com');
  expect(pathname).toBe(`/${KEY}`);
  expect(searchParams.get('X-Amz-SignedHeaders')).toBe('content-length;content-type;host');
  expect(searchParams.get('X-Amz-Security-Token')).toBe('session');
  expect(searchParams.get('X-Amz-Expires')).toBe('60');
});

function describeUploadLinks(name: string, open: () => Promise<Opened>): void {
  describe(name, () => {
    let opened: Opened;
    beforeAll(async () => {
      opened = await open();
    });
    afterAll(() => opened.close());

    async function put(body: Uint8Array, headers: Record<string, string> = {}): Promise<number> {
      const link = await opened.links.offer(OBJECT);
      const sent = await fetch(new URL(link.url, opened.base), {
        method: 'PUT',
        body: new Uint8Array(body),
        headers: { ...link.headers, ...headers },
      });
      return sent.status;
    }

    test('takes exactly the bytes that were declared', async () => {
      expect(await put(BODY)).toBe(200);
      expect(new Uint8Array(await opened.dropped.read(KEY, 1_000))).toEqual(BODY);
    });

    test('reads no more than is asked for', async () => {
      await put(BODY);
      expect(await opened.dropped.read(KEY, 10)).toHaveLength(10);
    });

    test('refuses another size', async () => {
      expect(await put(BODY.slice(1))).toBe(403);
    });

    test('refuses another type', async () => {
      expect(await put(BODY, { 'content-type': 'text/html' })).toBe(403);
    });

    test('refuses another key', async () => {
      const { url, headers } = await opened.links.offer(OBJECT);
      const other = new URL(url, opened.base);
      other.pathname = other.pathname.replace(/.$/, (last) => (last === 'c' ? 'd' : 'c'));
      const sent = await fetch(other, { method: 'PUT', body: new Uint8Array(BODY), headers });
      expect(sent.status).toBe(403);
    });
  });
}
