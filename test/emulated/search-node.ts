import { spawn } from 'node:child_process';
import { mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const START_MS = 300_000;

export interface SearchNode {
  readonly url: string;
  readonly stop: () => void;
}

/** A real OpenSearch node on loopback, empty. */
export async function startSearchNode(options: {
  readonly classPath: string;
  readonly port: number;
  readonly folder: string;
}): Promise<SearchNode> {
  const home = join(options.folder, 'search-node');
  mkdirSync(join(home, 'config'), { recursive: true });
  const log = openSync(join(options.folder, 'search-node.log'), 'w');
  const java = ['-Xmx512m', '-cp', options.classPath, 'SearchNode', home, String(options.port)];
  const node = spawn('java', java, { cwd: home, stdio: ['ignore', log, log] });
  const url = `http://127.0.0.1:${options.port}`;
  const giveUpAt = Date.now() + START_MS;
  while (Date.now() < giveUpAt && node.exitCode === null) {
    const health = `${url}/_cluster/health?wait_for_status=yellow&timeout=5s`;
    if ((await fetch(health).catch(() => undefined))?.ok) {
      return { url, stop: () => void node.kill('SIGKILL') };
    }
    await sleep(300);
  }
  node.kill('SIGKILL');
  throw new Error(`the search node must answer within ${START_MS} ms; see search-node.log`);
}
