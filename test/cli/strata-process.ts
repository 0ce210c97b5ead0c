import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';

const SHIM = resolve('bin/strata.mjs');

export interface Finished {
  readonly code: number | null;
  readonly output: string;
}

/** The real command in a process of its own, in `cwd`, as a user starts it. */
export function startStrata(
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): ChildProcess {
  return spawn(process.execPath, [SHIM, ...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

export async function finished(child: ChildProcess): Promise<Finished> {
  const chunks: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));
  const code = await new Promise<number | null>((done) => child.once('close', done));
  return { code, output: Buffer.concat(chunks).toString('utf8') };
}

export async function strata(cwd: string, ...args: readonly string[]): Promise<Finished> {
  return finished(startStrata(cwd, args));
}
