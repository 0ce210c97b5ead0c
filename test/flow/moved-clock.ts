import type { FlowClock } from '../../lambda/flow/lifetime.ts';

/** A clock that jumps to the next sleeper as soon as nothing else is left to do. */
export function movedClock(startMs = 0): FlowClock & { readonly slept: number[] } {
  const sleepers: { readonly at: number; readonly wake: () => void }[] = [];
  const slept: number[] = [];
  let time = startMs;
  const wakeNext = () => {
    sleepers.sort((left, right) => left.at - right.at);
    const next = sleepers.shift();
    if (next === undefined) return;
    time = Math.max(time, next.at);
    next.wake();
  };
  return {
    slept,
    now: () => time,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        if (signal.aborted) return reject(signal.reason);
        slept.push(ms);
        const sleeper = { at: time + ms, wake: resolve };
        sleepers.push(sleeper);
        signal.addEventListener('abort', () => {
          if (sleepers.includes(sleeper)) sleepers.splice(sleepers.indexOf(sleeper), 1);
          reject(signal.reason);
        });
        setImmediate(() => setImmediate(wakeNext));
        return undefined;
      }),
  };
}
