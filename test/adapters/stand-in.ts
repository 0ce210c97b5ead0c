import { EventEmitter, once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** One request as it came over the wire. */
export interface SentRequest {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}
export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object is sent as JSON, an iterable piece by piece; one that throws breaks the reply off. */
  readonly body?: string | Uint8Array | object | AsyncIterable<string | Uint8Array>;
}
export interface StandIn {
  readonly url: string;
  /** Settings for an SDK client that talks to it. */
  readonly client: {
    readonly region: string;
    readonly endpoint: string;
    readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
    readonly maxAttempts: number;
  };
  readonly sent: readonly SentRequest[];
  /** Resolves when a caller has left before its reply was whole. */
  readonly whenLeft: Promise<void>;
  close(): Promise<void>;
}

/** An HTTP server on the loopback that stands in for a service: it keeps what was sent. */
export async function startStandIn(reply: (request: SentRequest) => Reply): Promise<StandIn> {
  const sent: SentRequest[] = [];
  const left = new EventEmitter();
  const whenLeft = once(left, 'left').then(() => undefined);
  const server = createServer(async (incoming, outgoing) => {
    outgoing.once('close', () => outgoing.writableFinished || left.emit('left'));
    const request = await read(incoming);
    sent.push(request);
    const { status = 200, headers = {}, body = {} } = reply(request);
    outgoing.writeHead(status, { 'content-type': 'application/json', ...headers });
    if (isStreamed(body)) return stream(body, outgoing);
    const isRaw = typeof body === 'string' || body instanceof Uint8Array;
    outgoing.end(isRaw ? body : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  const url = `http://127.0.0.1:${address.port}`;
  return {
    url,
    client: { ...TEST_CLIENT, endpoint: url },
    sent,
    whenLeft,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** No account has these; one attempt, so that a failure shows at once. */
export const TEST_CLIENT = {
  region: 'eu-west-1',
  credentials: { accessKeyId: 'TEST', secretAccessKey: 'test' },
  maxAttempts: 1,
};

function isStreamed(body: object | string): body is AsyncIterable<string | Uint8Array> {
  return typeof body === 'object' && Symbol.asyncIterator in body;
}

async function stream(pieces: AsyncIterable<string | Uint8Array>, outgoing: ServerResponse) {
  try {
    outgoing.flushHeaders();
    for await (const piece of pieces) outgoing.write(piece);
    outgoing.end();
  } catch {
    outgoing.destroy();
  }
}

async function read(incoming: IncomingMessage): Promise<SentRequest> {
  const pieces: Buffer[] = [];
  for await (const piece of incoming) pieces.push(Buffer.from(piece));
  return {
    method: incoming.method ?? '',
    path: incoming.url ?? '',
    headers: Object.fromEntries(
      Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
    ),
    body: Buffer.concat(pieces).toString('utf8'),
  };
}
