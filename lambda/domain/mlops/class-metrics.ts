/** Counts of true (row) against predicted (column) classes. */
export type Confusion = readonly (readonly number[])[];

export function confusionOf(
  pairs: readonly { readonly label: number; readonly predicted: number }[],
  classes: number,
): Confusion {
  const counts = Array.from({ length: classes }, () => Array.from({ length: classes }, () => 0));
  for (const { label, predicted } of pairs) {
    const row = counts[label];
    if (row !== undefined) row[predicted] = (row[predicted] ?? 0) + 1;
  }
  return counts;
}

/** Share of rows on the diagonal; 0 without rows. */
export function accuracyOf(confusion: Confusion): number {
  const total = confusion.flat().reduce((sum, count) => sum + count, 0);
  const right = confusion.reduce((sum, row, label) => sum + (row[label] ?? 0), 0);
  return total === 0 ? 0 : right / total;
}

/** Mean F1 over the classes that occur, true or predicted. */
export function macroF1Of(confusion: Confusion): number {
  const scores: number[] = [];
  for (const [label, row] of confusion.entries()) {
    const hits = row[label] ?? 0;
    const actual = row.reduce((sum, count) => sum + count, 0);
    const predicted = confusion.reduce((sum, other) => sum + (other[label] ?? 0), 0);
    if (actual + predicted > 0) scores.push((2 * hits) / (actual + predicted));
  }
  return scores.length === 0 ? 0 : scores.reduce((sum, score) => sum + score, 0) / scores.length;
}

/** Position of the largest number; the first of equals. */
export function indexOfLargest(values: readonly number[]): number {
  return values.reduce((best, value, index) => (value > (values[best] ?? 0) ? index : best), 0);
}
