import { deepEqual, equal, ok } from 'node:assert/strict';
import { spawn } from 'node:child_process';
import * as z from 'zod';

const reportSchema = z.looseObject({
  account: z.string(),
  findings: z.array(z.looseObject({ check: z.string(), level: z.string(), what: z.string() })),
});

/**
 * The command over the emulator's own replies. It lacks some of the services that are asked (models,
 * quotas, cost tags): those are findings, and the rest is judged.
 */
export async function doctorAgrees(env: Readonly<Record<string, string>>): Promise<void> {
  const { account, findings } = reportSchema.parse(JSON.parse(await doctor(env)));
  equal(account, '000000000000');
  const of = (check: string) => findings.filter((one) => one.check === check);
  deepEqual(
    of('bootstrap').map(({ level }) => level),
    ['ok'],
  );
  deepEqual(
    of('stacks').map(({ level }) => level),
    Array.from({ length: 6 }, () => 'ok'),
  );
  const wrong = of('left-overs').filter(({ level }) => level === 'error');
  deepEqual(wrong, [], 'what the six stacks own is no left-over');
  ok(of('models').length > 0 && of('quotas').length > 0, 'what is not there is told');
}

/** Not synchronous: the stand-ins answer from this process while it runs. */
async function doctor(env: Readonly<Record<string, string>>): Promise<string> {
  const program = ['bin/strata.mjs', 'doctor', '--env', 'student', '--json'];
  const child = spawn(process.execPath, program, { env: { ...process.env, ...env } });
  let said = '';
  let complained = '';
  child.stdout.on('data', (piece: Buffer) => (said += piece.toString('utf8')));
  child.stderr.on('data', (piece: Buffer) => (complained += piece.toString('utf8')));
  await new Promise((resolve) => child.once('close', resolve));
  if (!said.includes('{')) throw new Error(`doctor must print JSON, it printed: ${complained}`);
  return said;
}
