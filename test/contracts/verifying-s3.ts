import { createHash, createHmac } from 'node:crypto';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { startS3 } from './aws-stores.ts';

/**
 * S3 with its check of presigned requests in front, which s3rver lacks: Signature Version 4 with the
 * query as it arrives and the headers that it names ("Authenticating Requests: Using Query Parameters",
 * Amazon S3 API Reference).
 */
export async function startVerifyingS3() {
  const s3 = await startS3();
  const { secretAccessKey } = s3.client.credentials;
  const app = new Hono();
  app.all('*', async (c) => {
    const url = new URL(c.req.url);
    if (!isSigned(c.req.method, url, c.req.raw.headers, secretAccessKey)) {
      return c.text('SignatureDoesNotMatch', 403);
    }
    const { method } = c.req;
    const body = method === 'PUT' ? await c.req.arrayBuffer() : null;
    return fetch(`${s3.client.endpoint}${url.pathname}${url.search}`, { method, body });
  });
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return {
    ...s3,
    endpoint: `http://127.0.0.1:${address.port}`,
    close: async () => {
      server.close();
      await s3.close();
    },
  };
}

function isSigned(method: string, url: URL, headers: Headers, secret: string): boolean {
  const query = url.searchParams;
  const given = query.get('X-Amz-Signature');
  const date = query.get('X-Amz-Date') ?? '';
  const [, ...scope] = (query.get('X-Amz-Credential') ?? '').split('/');
  const signed = query.get('X-Amz-SignedHeaders') ?? '';
  const canonicalQuery = [...query]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map((pair) => pair.map(encodeURIComponent).join('='))
    .toSorted()
    .join('&');
  const canonicalHeaders = signed
    .split(';')
    .map((name) => `${name}:${headers.get(name) ?? ''}\n`)
    .join('');
  const request = [
    method,
    url.pathname,
    canonicalQuery,
    canonicalHeaders,
    signed,
    'UNSIGNED-PAYLOAD',
  ].join('\n');
  const hash = createHash('sha256').update(request).digest('hex');
  const text = ['AWS4-HMAC-SHA256', date, scope.join('/'), hash].join('\n');
  let key: string | Buffer = `AWS4${secret}`;
  for (const part of scope) key = createHmac('sha256', key).update(part).digest();
  return given === createHmac('sha256', key).update(text).digest('hex');
}
