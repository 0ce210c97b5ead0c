import { type OutcomeLog, withOutcome } from '../../lambda/outcome.ts';

export interface ScheduledWork {
  readonly name: string;
  readonly everyMinutes: number;
  readonly work: () => Promise<Readonly<Record<string, unknown>>>;
}
export interface Schedules {
  /** Looks every half minute for what is due. */
  start(): void;
  /** Runs what is due by the clock, one after another; a failure is logged and ends nothing. */
  runDue(): Promise<void>;
  /** Starts nothing more, and waits for what runs. */
  stop(): Promise<void>;
}

const MINUTE_MS = 60_000;
const LOOK_MS = 30_000;

/** What time starts, as rules do on AWS; each is due at once, and then each so many minutes. */
export function schedules(
  all: readonly ScheduledWork[],
  told: { readonly log: OutcomeLog; readonly now: () => number },
): Schedules {
  const lastAtMs = new Map<string, number>();
  let running: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const runAll = async (): Promise<void> => {
    for (const { name, everyMinutes, work } of all) {
      const now = told.now();
      if (now - (lastAtMs.get(name) ?? Number.NEGATIVE_INFINITY) < everyMinutes * MINUTE_MS)
        continue;
      lastAtMs.set(name, now);
      const about = { what: name, input: {}, log: told.log };
      await withOutcome(about, told.now, work).catch(() => undefined);
    }
  };
  const runDue = () => {
    running = running.then(runAll);
    return running;
  };
  return {
    start() {
      timer ??= setInterval(() => void runDue(), LOOK_MS).unref();
      void runDue();
    },
    runDue,
    async stop() {
      clearInterval(timer);
      timer = undefined;
      await running;
    },
  };
}
