import { declaredSteps } from '#steps';
import { followDocument } from '../../lambda/domain/document/intake/follow-document.ts';
import { receiveDocument } from '../../lambda/domain/document/intake/receive-document.ts';
import { type OutcomeLog, withOutcome } from '../../lambda/outcome.ts';
import { type StartedFlows, startedFlows } from '../adapters/flows.ts';
import type { LocalPorts } from '../platform.ts';
import type { ScheduledWork } from './schedules.ts';
import type { StreamReader } from './record-stream.ts';

interface Told {
  readonly log: OutcomeLog;
  readonly now: () => number;
}

/** What time starts, on these ports. */
export function scheduledOn(ports: LocalPorts): ScheduledWork[] {
  return declaredSteps.flatMap((one) =>
    one.kind === 'schedule'
      ? [{ name: one.name, everyMinutes: one.everyMinutes, work: one.onPorts(ports) }]
      : [],
  );
}

/** What a write of a record starts. */
export function readersOn(ports: LocalPorts): StreamReader[] {
  return declaredSteps.flatMap((one) =>
    one.kind === 'consumer' ? [{ name: one.name, of: one.of, take: one.onPorts(ports) }] : [],
  );
}

/** What a queued document starts, `atOnce` at once; the ports hold the queue themselves. */
export function queuedOn(ports: () => LocalPorts, told: Told, atOnce: number): StartedFlows {
  return startedFlows({
    atOnce,
    take(document) {
      const about = { what: followDocument.name, input: document, log: told.log };
      return withOutcome(about, told.now, () => followDocument(ports())(document));
    },
  });
}

/** What an object in the drop folder starts. */
export interface Arrivals {
  /** Does not wait: objects are taken in one after another, as a file may fill much memory. */
  arrived(key: string): void;
  settled(): Promise<void>;
}

/** An object that could not be taken in stays where it is, and its failure in the log. */
export function arrivalsOn(ports: LocalPorts, told: Told): Arrivals {
  const receive = receiveDocument(ports);
  let running: Promise<unknown> = Promise.resolve();
  return {
    arrived(key) {
      const about = { what: receiveDocument.name, input: {}, log: told.log };
      running = running
        .then(() => withOutcome(about, told.now, () => receive({ detail: { object: { key } } })))
        .catch(() => undefined);
    },
    async settled() {
      await running;
    },
  };
}
