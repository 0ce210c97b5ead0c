/** Results in the order of the items; at most `concurrency` run at once; the first failure wins. */
export async function mapConcurrently<T, R>(
  items: readonly T[],
  concurrency: number,
  run: (item: T) => Promise<R>,
): Promise<R[]> {
  const results = new Map<number, R>();
  const queue = items.entries();
  async function work(): Promise<void> {
    for (const [index, item] of queue) results.set(index, await run(item));
  }
  await Promise.all(Array.from({ length: Math.min(concurrency, items.length) }, work));
  return [...results].sort(([a], [b]) => a - b).map(([, result]) => result);
}
