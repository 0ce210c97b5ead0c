import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Call, FlowCase } from './flow-case.ts';
import { turnsOf } from './turns.ts';

/** `Invoke` of Lambda's API; a colon divides the case from the task. */
const INVOKE = /^\/2015-03-31\/functions\/(.+)\/invocations/;

export interface Functions {
  readonly callsOf: (caseId: string) => readonly Call[];
  readonly close: () => void;
}

/**
 * Lambda's Invoke on a port of loopback, for the second engine: functions named `<case>-<task>`
 * play the turns of their case.
 */
export async function serveFunctions(
  port: number,
  cases: ReadonlyMap<string, FlowCase>,
): Promise<Functions> {
  const calls = new Map<string, Call[]>();
  const first = new Map<string, number>();
  const turns = new Map([...cases].map(([id, flowCase]) => [id, turnsOf(flowCase)]));
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const [, reference = ''] = INVOKE.exec(request.url ?? '') ?? [];
    const [id = '', task = ''] = (decodeURIComponent(reference).split(':').at(-1) ?? '').split(
      '--',
    );
    const input: unknown = JSON.parse(await textOf(request));
    const now = Date.now();
    if (!first.has(id)) first.set(id, now);
    const atMs = now - (first.get(id) ?? now);
    calls.set(id, [...(calls.get(id) ?? []), { task, input, atMs }]);
    const turn = turns.get(id)?.(task, input) ?? { throws: 'NoSuchCase' };
    if (turn.afterMs !== undefined) await sleep(turn.afterMs);
    const failed = { errorType: turn.throws, errorMessage: turn.message ?? '' };
    const headers = turn.throws === undefined ? {} : { 'X-Amz-Function-Error': 'Unhandled' };
    response.writeHead(200, { 'Content-Type': 'application/json', ...headers });
    response.end(JSON.stringify(turn.throws === undefined ? (turn.gives ?? null) : failed));
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    callsOf: (id) => calls.get(id) ?? [],
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString('utf8');
}
