import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { UnavailableError } from '../lambda/errors.ts';

export const LOOPBACK = '127.0.0.1';
const PORTS_TO_TRY = 50;

/**
 * A half-sent request must not hold a connection. Seconds would be enough on the loopback interface, but
 * flows compute in this process: while one does, requests that came whole wait to be read, and count.
 */
const HEADERS_TIMEOUT_MS = 60_000;
/** 50 MB, the largest upload, arrive in far less; the same wait counts. */
const REQUEST_TIMEOUT_MS = 120_000;
/** How often Node looks for requests that are over their time. */
const CHECKING_INTERVAL_MS = 1_000;
/** What a request that runs may still take once the server closes. */
const CLOSING_MS = 10_000;

export interface ServedApp {
  readonly port: number;
  /** Takes no more requests, waits for those that run, cuts off what takes too long. */
  close(): Promise<void>;
}

/**
 * Serves on the loopback interface only, at the first free port from `firstPort`. `fetch` is asked
 * for with the port, because an app that checks its own host name must know it.
 * @throws UnavailableError where 50 ports in a row are taken
 */
export async function serveApp(
  firstPort: number,
  makeFetch: (port: number) => (request: Request) => Response | Promise<Response>,
  times: { readonly requestTimeoutMs?: number; readonly closingMs?: number } = {},
): Promise<ServedApp> {
  const server = createServer({
    headersTimeout: Math.min(HEADERS_TIMEOUT_MS, times.requestTimeoutMs ?? HEADERS_TIMEOUT_MS),
    requestTimeout: times.requestTimeoutMs ?? REQUEST_TIMEOUT_MS,
    connectionsCheckingInterval: CHECKING_INTERVAL_MS,
  });
  const port = await listen(server, firstPort);
  const handle = getRequestListener(makeFetch(port));
  server.on('request', (request, response) => void handle(request, response));
  return { port, close: () => close(server, times.closingMs ?? CLOSING_MS) };
}

async function listen(server: HttpServer, first: number): Promise<number> {
  const last = first === 0 ? 0 : first + PORTS_TO_TRY - 1;
  for (let port = first; port <= last; port += 1) {
    const address = await tryPort(server, port);
    if (address !== null) return address.port;
  }
  throw new UnavailableError(
    `a port from ${first} to ${last} must be free on ${LOOPBACK}, none is; ` +
      'stop another server or pass --port to strata serve',
    0,
  );
}

async function tryPort(server: HttpServer, port: number): Promise<AddressInfo | null> {
  return new Promise((resolve, reject) => {
    const refused = (error: NodeJS.ErrnoException) => {
      server.off('listening', taken);
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(null);
      else reject(error);
    };
    const taken = () => {
      server.off('error', refused);
      const address = server.address();
      resolve(typeof address === 'object' ? address : null);
    };
    server.once('error', refused);
    server.once('listening', taken);
    server.listen(port, LOOPBACK);
  });
}

async function close(server: HttpServer, closingMs: number): Promise<void> {
  const timer = setTimeout(() => server.closeAllConnections(), closingMs);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
  clearTimeout(timer);
}
