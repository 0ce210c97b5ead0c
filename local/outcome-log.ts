import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { OutcomeLog } from '../lambda/outcome.ts';

/** One JSON line an outcome, as functions log on AWS. */
export function fileOutcomeLog(path: string, now: () => number): OutcomeLog {
  mkdirSync(dirname(path), { recursive: true });
  return ({ cause, ...outcome }) => {
    const message = cause instanceof Error ? { message: cause.message } : {};
    const line = { at: new Date(now()).toISOString(), ...outcome, ...message };
    appendFileSync(path, `${JSON.stringify(line)}\n`);
  };
}
