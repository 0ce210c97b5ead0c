/** Time as a flow sees it: the service's, or one that a test moves. */
export interface FlowClock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Resolves after `ms`, rejects as soon as the signal is aborted. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  /** How a time-out of `ms` is waited for, where that differs from a pause. @default `sleep` */
  limit?(ms: number, signal: AbortSignal): Promise<void>;
}

/** Why work that lost to its siblings, or came too late to matter, is stopped. */
const SETTLED = new Error('no longer needed');

/**
 * How long a piece of work may go on: an execution, a branch, an item, a call. Stopping one stops
 * all that began inside it. A tree of its own, because each listener on one shared signal counts:
 * Node warns from the eleventh on.
 */
export class Lifetime {
  readonly #controller = new AbortController();
  readonly #inner = new Set<Lifetime>();

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  stop(reason: unknown): void {
    this.#controller.abort(reason);
    for (const inner of this.#inner) inner.stop(reason);
  }

  /**
   * Does work in a lifetime inside this one, and stops that when the work has settled. Does not
   * wait for work that ignores its signal, as AWS does not.
   */
  async inside<T>(work: (own: Lifetime) => Promise<T>): Promise<T> {
    this.signal.throwIfAborted();
    const own = new Lifetime();
    this.#inner.add(own);
    const stopped = new Promise<never>((_resolve, reject) => {
      own.signal.addEventListener('abort', () => reject(own.signal.reason), { once: true });
    });
    try {
      return await Promise.race([work(own), stopped]);
    } finally {
      this.#inner.delete(own);
      stopped.catch(() => undefined);
      own.stop(SETTLED);
    }
  }

  /** Stops itself with the reason `late()` after `ms`. */
  stopAfter(ms: number, clock: FlowClock, late: () => Error): void {
    const limited = clock.limit?.(ms, this.signal) ?? clock.sleep(ms, this.signal);
    limited.then(
      () => this.stop(late()),
      () => undefined,
    );
  }
}
