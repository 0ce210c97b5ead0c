/** One scored document: what the label says and what the side said; null where the side failed. */
export interface CategoryPair {
  readonly gold: string;
  readonly predicted: string | null;
}

export interface ClassMetrics {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Documents whose label is this category. */
  readonly support: number;
}

/** Label → predicted category → documents; a side that failed predicted `NOTHING`. */
export type Confusion = Readonly<Record<string, Readonly<Record<string, number>>>>;
export const NOTHING = '(none)';

/** Share of documents whose predicted category is the label; null without documents. */
export function accuracy(pairs: readonly CategoryPair[]): number | null {
  if (pairs.length === 0) {
    return null;
  }
  return pairs.filter((pair) => pair.predicted === pair.gold).length / pairs.length;
}

/**
 * Precision, recall and F1 of every category that is a label or was predicted, in the order of
 * their names. A quotient without a denominator is 0 (as scikit-learn does by default).
 */
export function classMetrics(
  pairs: readonly CategoryPair[],
): Readonly<Record<string, ClassMetrics>> {
  const names = new Set(
    pairs.flatMap((pair) => (pair.predicted === null ? [pair.gold] : [pair.gold, pair.predicted])),
  );
  const metrics: Record<string, ClassMetrics> = {};
  for (const name of [...names].toSorted()) {
    const support = pairs.filter((pair) => pair.gold === name).length;
    const predicted = pairs.filter((pair) => pair.predicted === name).length;
    const right = pairs.filter((pair) => pair.gold === name && pair.predicted === name).length;
    metrics[name] = {
      precision: predicted === 0 ? 0 : right / predicted,
      recall: support === 0 ? 0 : right / support,
      f1: support + predicted === 0 ? 0 : (2 * right) / (support + predicted),
      support,
    };
  }
  return metrics;
}

/** Unweighted mean of the categories' F1; null without documents. */
export function macroF1(pairs: readonly CategoryPair[]): number | null {
  const all = Object.values(classMetrics(pairs));
  return all.length === 0 ? null : all.reduce((sum, one) => sum + one.f1, 0) / all.length;
}

export function confusion(pairs: readonly CategoryPair[]): Confusion {
  const rows: Record<string, Record<string, number>> = {};
  for (const { gold, predicted } of pairs) {
    const row = (rows[gold] ??= {});
    const column = predicted ?? NOTHING;
    row[column] = (row[column] ?? 0) + 1;
  }
  return rows;
}
