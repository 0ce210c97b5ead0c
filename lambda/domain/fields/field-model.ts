import * as z from 'zod';
import { lazily } from '../../lazily.ts';

import type { FieldValue } from '../document/document.ts';
import type { CharacterRange } from '../text/character-range.ts';
import type { FieldType } from '../document/normalise-value.ts';
import { normaliseValue } from '../document/normalise-value.ts';
import { featuresOf } from './candidate-features.ts';
import type { Candidate } from './field-candidates.ts';
import { findCandidates, isFieldType } from './field-candidates.ts';
import { rank, rankerSchema } from './field-ranker.ts';
import { fieldRelationSchema } from './field-relations.ts';
import { knownValuesSchema } from './phrase-candidates.ts';

export const fieldModelSchema = lazily(() =>
  z.strictObject({
    fields: z.record(
      z.string(),
      z.strictObject({
        type: z.custom<FieldType>(isFieldType),
        /** Categories whose training documents had the field; elsewhere it is not looked for. */
        categories: z.array(z.string()),
        ranker: rankerSchema(),
      }),
    ),
    /** Per field type. */
    known: z.record(z.string(), knownValuesSchema()),
    relations: z.array(fieldRelationSchema()),
  }),
);
export type FieldModel = z.infer<ReturnType<typeof fieldModelSchema>>;
export type LearnedField = FieldModel['fields'][string];

/** Candidates of one type with their features: fields of the same type share them. */
export interface Proposals {
  readonly candidates: readonly Candidate[];
  readonly features: readonly Int32Array[];
}

const NOTHING_KNOWN = { values: [], templates: [] };

export function propose(text: string, type: FieldType, known: FieldModel['known']): Proposals {
  const candidates = findCandidates(text, type, known[type] ?? NOTHING_KNOWN);
  return { candidates, features: featuresOf(text, type, candidates) };
}

/** A value and the sum of its candidates' confidence. */
export interface Choice {
  readonly value: string;
  readonly confidence: number;
  readonly spans: readonly CharacterRange[];
}

/** Values, likeliest first; of lists only those that no likelier one overlaps. */
export function chooseValues(
  { ranker, type }: Pick<LearnedField, 'ranker' | 'type'>,
  { candidates, features }: Proposals,
  category: string,
): Choice[] {
  const confidences = rank(ranker, category, features);
  return chooseBy({ ranker, type }, candidates, confidences);
}

/** The same by given confidences of the candidates. */
export function chooseBy(
  { ranker, type }: Pick<LearnedField, 'ranker' | 'type'>,
  candidates: readonly Candidate[],
  confidences: readonly number[],
): Choice[] {
  const choices = groupByValue(candidates, confidences, type).sort(
    (a, b) => b.confidence - a.confidence,
  );
  if (ranker.takes === 'one') return choices;
  return choices.filter(
    (choice, index) => !choices.slice(0, index).some((other) => overlap(choice, other)),
  );
}

/** Candidates that mean the same support each other; the likeliest gives the value's wording. */
function groupByValue(
  candidates: readonly Candidate[],
  confidences: readonly number[],
  type: FieldType,
): Choice[] {
  const groups = new Map<string, Choice & { readonly top: number }>();
  for (const [index, candidate] of candidates.entries()) {
    const confidence = confidences[index] ?? 0;
    const key = keyOf(candidate.value, type);
    const group = groups.get(key);
    const better = group === undefined || confidence > group.top;
    groups.set(key, {
      value: better ? candidate.value : group.value,
      top: better ? confidence : group.top,
      confidence: (group?.confidence ?? 0) + confidence,
      spans: better ? [candidate.range] : group.spans,
    });
  }
  return [...groups.values()];
}

/** Normalised form of a value: two candidates are the same when their keys are. */
export function keyOf(value: FieldValue, type: FieldType): string {
  return normaliseValue(value, type).join('\n');
}

function overlap(one: Choice, other: Choice): boolean {
  return one.spans.some(([start, end]) =>
    other.spans.some((span) => span[0] < end && start < span[1]),
  );
}
