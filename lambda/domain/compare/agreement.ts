import type { DocumentRecord } from '../document/document.ts';
import type { FieldType } from '../document/normalise-value.ts';
import { compareResults } from './compare-sides.ts';

export interface Agreement {
  /** Documents of which both sides have a result. */
  readonly documents: number;
  /** Share of them with the same category; null where there are none. */
  readonly category: number | null;
  /** Field → same values / documents where either side gives one; null where neither ever does. */
  readonly fields: Readonly<Record<string, number | null>>;
}

/** How often the two sides agree, whatever the labels say. */
export function agreement(
  records: readonly DocumentRecord[],
  fields: Readonly<Record<string, FieldType>>,
): Agreement {
  const types = new Map(Object.entries(fields));
  const comparisons = records.flatMap((record) => {
    const comparison = record.results && compareResults(record.results, types);
    return comparison && comparison.sameCategory !== null ? [comparison] : [];
  });
  const names = new Set([
    ...types.keys(),
    ...comparisons.flatMap((comparison) => Object.keys(comparison.fields)),
  ]);
  const byField: Record<string, number | null> = {};
  for (const name of [...names].toSorted()) {
    const outcomes = comparisons.flatMap((comparison) => comparison.fields[name] ?? []);
    byField[name] = share(outcomes.map((outcome) => outcome === 'same'));
  }
  return {
    documents: comparisons.length,
    category: share(comparisons.map((comparison) => comparison.sameCategory === true)),
    fields: byField,
  };
}

function share(outcomes: readonly boolean[]): number | null {
  return outcomes.length === 0 ? null : outcomes.filter(Boolean).length / outcomes.length;
}
