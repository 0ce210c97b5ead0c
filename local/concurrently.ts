/** Runs `work` on every item, at most `limit` at once, results in order; the first error wins. */
export async function concurrently<T, R>(
  items: readonly T[],
  limit: number,
  work: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const queue = items.entries();
  const worker = async (): Promise<void> => {
    for (const [index, item] of queue) {
      results[index] = await work(item, index);
      await breathe(index);
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
  return results;
}

/** Timers, signals and progress bars get a turn between items that never wait for I/O. */
async function breathe(index: number): Promise<void> {
  if (index % 4 === 3) await new Promise((resolve) => setImmediate(resolve));
}
