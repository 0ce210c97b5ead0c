import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';

export interface StandInRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}
export interface StandInReply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}
/** Answers the requests that are for it; undefined leaves a request to the next. */
export type StandIn = (request: StandInRequest) => Promise<StandInReply | undefined>;

export function json(body: unknown, status = 200): StandInReply {
  const headers = { 'content-type': 'application/json' };
  return { status, headers, body: JSON.stringify(body) };
}

/** What the services say that do not run here, on one port of loopback. */
export async function serveStandIns(port: number, standIns: readonly StandIn[]) {
  const answer = async (incoming: IncomingMessage, response: ServerResponse) => {
    const parts: Buffer[] = [];
    for await (const part of incoming) parts.push(Buffer.from(part));
    const request = {
      method: incoming.method ?? 'GET',
      url: new URL(incoming.url ?? '/', `http://127.0.0.1:${port}`),
      headers: incoming.headers,
      body: Buffer.concat(parts),
    };
    for (const standIn of standIns) {
      const reply = await standIn(request);
      if (reply === undefined) continue;
      response.writeHead(reply.status, reply.headers).end(reply.body);
      return;
    }
    console.log(`no stand-in answers ${request.method} ${request.url.pathname}`);
    response.writeHead(501).end();
  };
  const server = createServer((incoming, response) => {
    answer(incoming, response).catch((error: unknown) => {
      console.log(`a stand-in failed: ${String(error)}`);
      response.writeHead(500).end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return () => {
    server.close();
    server.closeAllConnections();
  };
}
