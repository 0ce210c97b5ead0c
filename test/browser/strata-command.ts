import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Names the folder with the corpus, the state and the report that global-setup.ts made. */
export const STATE_VARIABLE = 'STRATA_BROWSER_STATE';
/** Jest's `NODE_ENV=test` would make the console's bundle a development build. */
const { NODE_ENV: _, ...ENVIRONMENT } = process.env;
const SHIM = join(__dirname, '../../bin/strata.mjs');
/** Clear of the port that a console of one's own would take. */
const FIRST_PORT = '4280';

export interface RunningServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Runs the command to its end. */
export async function strata(cwd: string, ...args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [SHIM, ...args], {
    cwd,
    env: ENVIRONMENT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  const code = await new Promise<number | null>((done) => child.once('close', done));
  if (code !== 0) {
    throw new Error(
      `strata ${args.join(' ')} must end with 0, got ${code}: ${String(Buffer.concat(chunks))}`,
    );
  }
}

/** Folder of the run that all tests share; they change copies of it only. */
export function runFolder(): string {
  const directory = process.env[STATE_VARIABLE];
  if (directory === undefined)
    throw new Error('global-setup.ts must have run; use npm run test:browser');
  return directory;
}

/** `strata serve` on a copy of the run: what one file of tests uploads or asks, no other sees. */
export async function startServer(): Promise<RunningServer> {
  const cwd = mkdtempSync(join(tmpdir(), 'strata-serve-'));
  cpSync(join(runFolder(), '.strata'), join(cwd, '.strata'), { recursive: true });
  const child = spawn(process.execPath, [SHIM, 'serve', '--port', FIRST_PORT], {
    cwd,
    env: ENVIRONMENT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer) => {
      output += chunk.toString('utf8');
      const address = /http:\/\/localhost:\d+/.exec(output)?.[0];
      if (address !== undefined) resolve(address);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('close', () => reject(new Error(`strata serve must keep running: ${output}`)));
  });
  return {
    url,
    async close() {
      const closed = new Promise((resolve) => child.once('close', resolve));
      child.kill('SIGTERM');
      await closed;
      rmSync(cwd, { recursive: true, force: true });
    },
  };
}
