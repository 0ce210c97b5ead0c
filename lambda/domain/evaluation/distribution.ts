/**
 * Percentile with linear interpolation between the two nearest values (numpy's default, Hyndman
 * and Fan 1996, type 7). `share` is 0 to 1; null without values.
 */
export function percentile(values: readonly number[], share: number): number | null {
  const sorted = values.toSorted((left, right) => left - right);
  const position = (sorted.length - 1) * share;
  const below = sorted[Math.floor(position)];
  const above = sorted[Math.ceil(position)];
  if (below === undefined || above === undefined) {
    return null;
  }
  return below + (above - below) * (position - Math.floor(position));
}

/**
 * Expected calibration error: mean distance between confidence and accuracy in ten equal bins of
 * confidence, weighted by documents (Guo et al., ICML 2017). Null without documents.
 */
export function calibrationError(
  predictions: readonly { readonly confidence: number; readonly right: boolean }[],
): number | null {
  if (predictions.length === 0) {
    return null;
  }
  const bins = Array.from({ length: 10 }, () => ({ confidence: 0, right: 0 }));
  for (const { confidence, right } of predictions) {
    const bin = bins[Math.min(9, Math.floor(confidence * 10))];
    if (bin) {
      bin.confidence += confidence;
      bin.right += right ? 1 : 0;
    }
  }
  const distance = bins.reduce((sum, bin) => sum + Math.abs(bin.confidence - bin.right), 0);
  return distance / predictions.length;
}
