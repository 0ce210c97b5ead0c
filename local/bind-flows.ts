import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { declaredSteps } from '#steps';
import { bindFlow } from '../lambda/flow/bind-flow.ts';
import type { OutcomeLog } from '../lambda/outcome.ts';
import type { Ports } from '../lambda/ports.ts';

/** A service that is busy on this machine is not busy for long. */
const LONGEST_PAUSE_MS = 1_000;
/**
 * Milliseconds: time-outs of steps are those of functions; a language model on this machine's processor
 * takes minutes, and the gateway ends a call that hangs.
 */
const STEP_LIMIT_MS = 3_600_000;

/** Both flows on these ports, from the texts that are deployed: the document flow, the answer flow. */
export function bindFlows(
  { root, log }: { readonly root: string; readonly log: OutcomeLog },
  ports: Pick<Ports, 'now' | 'newId'>,
) {
  const steps = declaredSteps.flatMap((one) => (one.kind === 'step' ? [one] : []));
  const bind = (name: string) => {
    const text = readFileSync(join(root, 'dist/flows/student', `${name}.asl.json`), 'utf8');
    const named = steps.filter((one) => text.includes(`"\${${one.name}}"`));
    const sleep = (ms: number, signal: AbortSignal) =>
      setTimeout(Math.min(ms, LONGEST_PAUSE_MS), undefined, { signal });
    return bindFlow(text, named, {
      name,
      ports,
      log,
      clock: {
        now: ports.now,
        sleep,
        limit: (ms, signal) => setTimeout(Math.max(ms, STEP_LIMIT_MS), undefined, { signal }),
      },
      newId: ports.newId,
      random: Math.random,
    });
  };
  return [bind('document-flow'), bind('answer-flow')] as const;
}
