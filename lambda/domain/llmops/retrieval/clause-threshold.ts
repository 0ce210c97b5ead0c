/** Nothing is as near as this: where nothing was learned no question asks for a clause. */
const NEVER = 2;

/**
 * The similarity that tells questions that ask for a clause from other sentences best: the share of the
 * first that reach it, less that of the others, is greatest (Youden, Cancer 3(1), 1950). Of equals the
 * lowest.
 */
export function learnThreshold(asking: readonly number[], other: readonly number[]): number {
  const share = (all: readonly number[], least: number) =>
    all.length === 0 ? 0 : all.filter((similarity) => similarity >= least).length / all.length;
  let best = { threshold: NEVER, index: 0 };
  for (const threshold of [...new Set(asking)].sort((a, b) => b - a)) {
    const index = share(asking, threshold) - share(other, threshold);
    if (index > 0 && index >= best.index) best = { threshold, index };
  }
  // Rounded down, so that the question itself stays in.
  return Math.floor(best.threshold * 10_000) / 10_000;
}
