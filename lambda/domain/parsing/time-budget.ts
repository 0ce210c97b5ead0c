import { promiseHooks } from 'node:v8';

/** Reading the clock at every promise would cost more than the parsing. */
const EVERY = 64;

/**
 * Gives `work` this long, else calls `stop` and resolves to null. A timer would not do: a parser
 * that only ever awaits resolved promises keeps timers from running for as long as a hostile file
 * likes. So the clock is read between the parser's own steps, where promises continue.
 */
export async function withinBudget<T>(
  budget: { readonly ms: number; now(): number; stop(): void },
  work: () => Promise<T>,
): Promise<T | null> {
  const deadline = budget.now() + budget.ms;
  let steps = 0;
  let expired = false;
  let expire: (value: null) => void = () => undefined;
  const expiry = new Promise<null>((resolve) => {
    expire = resolve;
  });
  const unhook = promiseHooks.onBefore(() => {
    steps += 1;
    if (expired || steps % EVERY !== 0 || budget.now() <= deadline) return;
    expired = true;
    budget.stop();
    expire(null);
  });
  const timer = setTimeout(() => {
    if (expired) return;
    expired = true;
    budget.stop();
    expire(null);
  }, budget.ms);
  try {
    const result = await Promise.race([work(), expiry]);
    return expired ? null : result;
  } finally {
    unhook();
    clearTimeout(timer);
  }
}
