import { setTimeout as sleep } from 'node:timers/promises';
import type { RaisedAlarm } from '../../lambda/adapters/account/alarms.ts';
import type { Stage } from './smoke-product.ts';

const POLL_MS = 20_000;

/**
 * Watches the alarms of an environment after a deployment; ends early when one is raised.
 * @param raised asks for those that are raised now
 */
export async function watchAlarms(
  raised: () => Promise<readonly RaisedAlarm[]>,
  watchMs: number,
  pollMs = POLL_MS,
): Promise<Stage> {
  const stage = `no alarm is raised for ${watchMs / 60_000} minutes`;
  const started = Date.now();
  for (;;) {
    const seen = await read(raised);
    const durationMs = Date.now() - started;
    if (seen !== '') return { stage, works: false, durationMs, seen };
    if (durationMs >= watchMs) return { stage, works: true, durationMs, seen: 'none' };
    await sleep(Math.min(pollMs, watchMs - durationMs));
  }
}

/** What is wrong, or an empty text. */
async function read(raised: () => Promise<readonly RaisedAlarm[]>): Promise<string> {
  try {
    return (await raised()).map(({ name, why }) => `${name}: ${why}`).join('; ');
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
