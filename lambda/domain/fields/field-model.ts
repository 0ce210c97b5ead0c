import * as z from 'zod';
import { lazily } from '../../lazily.ts';

import type { ExtractedField, ExtractedFields, FieldValue } from '../document/document.ts';
import type { CharacterRange } from '../text/character-range.ts';
import type { FieldType } from '../document/normalise-value.ts';
import { normaliseValue } from '../document/normalise-value.ts';
import { featuresOf } from './candidate-features.ts';
import type { Candidate } from './field-candidates.ts';
import { findCandidates, isFieldType } from './field-candidates.ts';
import { rank, rankByParts, rankerSchema } from './field-ranker.ts';
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
  }),
);
export type FieldModel = z.infer<ReturnType<typeof fieldModelSchema>>;
type LearnedField = FieldModel['fields'][string];

/** Candidates of one type with their features: fields of the same type share them. */
export interface Proposals {
  readonly candidates: readonly Candidate[];
  readonly features: readonly Int32Array[];
}

const NOTHING_KNOWN = { values: [], templates: [] };

export function propose(text: string, type: FieldType, known: FieldModel['known']): Proposals {
  const candidates = findCandidates(text, type, known[type] ?? NOTHING_KNOWN);
  return { candidates, features: featuresOf(text, candidates) };
}

/** Fields of a document; a field without a value above its threshold is left out. */
export function extractWith(model: FieldModel, text: string, category: string): ExtractedFields {
  const proposals = new Map<FieldType, Proposals>();
  const fields: Record<string, ExtractedField> = {};
  for (const [name, learned] of Object.entries(model.fields)) {
    if (!learned.categories.includes(category)) continue;
    const proposed = proposals.get(learned.type) ?? propose(text, learned.type, model.known);
    proposals.set(learned.type, proposed);
    const field = joinChoices(learned, chooseValues(learned, proposed, category));
    if (field === null) continue;
    const support = supportOf(learned, proposed, { category, value: field.value });
    fields[name] = { ...field, confidence: Math.min(field.confidence, support) };
  }
  return fields;
}

/** Confidence in given values by the least favourable part of the evidence. */
function supportOf(
  { ranker, type }: LearnedField,
  { candidates, features }: Proposals,
  { category, value }: { readonly category: string; readonly value: FieldValue },
): number {
  const keys = new Set([value].flat().map((one) => keyOf(one, type)));
  const isOwn = candidates.map((candidate) => keys.has(keyOf(candidate.value, type)));
  const sums = rankByParts(ranker, category, features).map((part) =>
    part.reduce((sum, confidence, index) => sum + (isOwn[index] ? confidence : 0), 0),
  );
  return Math.min(1, ...sums.map((sum) => sum / keys.size));
}

/** A value and the sum of its candidates' confidence. */
export interface Choice {
  readonly value: string;
  readonly confidence: number;
  readonly spans: readonly CharacterRange[];
}

/** The likeliest value, or for lists every value that no likelier one overlaps; likeliest first. */
export function chooseValues(
  { ranker, type }: Pick<LearnedField, 'ranker' | 'type'>,
  { candidates, features }: Proposals,
  category: string,
): Choice[] {
  const confidences = rank(ranker, category, features);
  const choices = groupByValue(candidates, confidences, type).sort(
    (a, b) => b.confidence - a.confidence,
  );
  if (ranker.takes === 'one') return choices.slice(0, 1);
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

function joinChoices({ ranker }: LearnedField, choices: readonly Choice[]): ExtractedField | null {
  const taken = choices.filter(({ confidence }) => confidence >= ranker.threshold);
  const first = taken[0];
  if (first === undefined) return null;
  const mean = taken.reduce((sum, { confidence }) => sum + confidence, 0) / taken.length;
  return {
    value: ranker.takes === 'one' ? first.value : taken.map(({ value }) => value),
    confidence: Math.min(1, mean),
    spans: taken.flatMap(({ spans }) => spans),
  };
}
