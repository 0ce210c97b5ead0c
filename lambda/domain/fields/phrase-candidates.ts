import * as z from 'zod';
import { lazily } from '../../lazily.ts';

import type { Candidate } from './field-candidates.ts';

/** What was learned of a field type's values in training. */
export const knownValuesSchema = lazily(() =>
  z.strictObject({
    /** Values that several training documents share, as they stand. */
    values: z.array(z.string()),
    /** Shapes of durations; see `durationCandidates`. */
    templates: z.array(z.string()),
  }),
);
export type KnownValues = z.infer<ReturnType<typeof knownValuesSchema>>;

const patterns = new WeakMap<KnownValues, RegExp | null>();

/** Every place where a value known from training stands in the text, whatever its spaces. */
export function findKnownValues(text: string, known: KnownValues): Candidate[] {
  let pattern = patterns.get(known);
  if (pattern === undefined) {
    pattern = known.values.length === 0 ? null : patternOf(known.values);
    patterns.set(known, pattern);
  }
  if (pattern === null) return [];
  const canonical = new Map(known.values.map((value) => [spaceless(value), value]));
  return Array.from(
    text.matchAll(pattern),
    (match): Candidate => ({
      value: canonical.get(spaceless(match[0])) ?? match[0],
      range: [match.index, match.index + match[0].length],
      form: 'known',
    }),
  );
}

function patternOf(values: readonly string[]): RegExp {
  const longestFirst = [...values].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const parts = longestFirst.map((value) =>
    value
      .trim()
      .split(/\s+/u)
      .map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`))
      .join(String.raw`\s+`),
  );
  return new RegExp(String.raw`(?<![\p{L}\d])(?:${parts.join('|')})(?![\p{L}\d])`, 'giu');
}

function spaceless(value: string): string {
  return value.toLowerCase().replace(/\s+/gu, ' ').trim();
}
