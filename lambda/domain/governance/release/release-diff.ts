import { contentHash } from '../../../content-hash.ts';
import type { ReleaseBundle } from './release-bundle.ts';

/** One value that differs; undefined where that side has none. */
export interface ReleaseChange {
  /** `rag.topK`, `prompts.answer-question.template`. */
  readonly path: string;
  readonly from: unknown;
  readonly to: unknown;
}

/** Every value that differs from one bundle to the other, ascending by path. */
export function diffReleases(
  from: ReleaseBundle | null,
  to: ReleaseBundle,
): readonly ReleaseChange[] {
  const before = valuesOf(from);
  const after = valuesOf(to);
  return [...new Set([...before.keys(), ...after.keys()])]
    .sort()
    .map((path) => ({ path, from: before.get(path), to: after.get(path) }))
    .filter((change) => change.from !== change.to);
}

/** First names of the paths that differ: `prompts`, `rag`; of nothing, none: nothing changed yet. */
export function changedParts(from: ReleaseBundle | null, to: ReleaseBundle): readonly string[] {
  if (from === null) return [];
  return [...new Set(diffReleases(from, to).map(({ path }) => path.split('.')[0] ?? path))];
}

/** Path → text, number, boolean or null; what is empty counts as its hash. */
function valuesOf(value: unknown, path = ''): Map<string, unknown> {
  if (typeof value !== 'object' || value === null) {
    return new Map(path === '' ? [] : [[path, value]]);
  }
  const entries = Object.entries(value);
  if (entries.length === 0) return new Map([[path, contentHash(value)]]);
  return new Map(
    entries.flatMap(([key, inner]) => [...valuesOf(inner, path === '' ? key : `${path}.${key}`)]),
  );
}
