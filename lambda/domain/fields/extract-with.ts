import type { ExtractedField, ExtractedFields, FieldValue } from '../document/document.ts';
import type { FieldType } from '../document/normalise-value.ts';
import type { Choice, FieldModel, LearnedField, Proposals } from './field-model.ts';
import { chooseBy, keyOf, propose } from './field-model.ts';
import { rank, rankByParts } from './field-ranker.ts';
import type { FieldChoices } from './joint-choice.ts';
import { chooseTogether } from './joint-choice.ts';

type NamedField = readonly [name: string, learned: LearnedField];

/**
 * Fields of a document; a field without a value above its threshold is left out. Fields of one type
 * are chosen together, so that what holds between them holds in what is given.
 */
export function extractWith(model: FieldModel, text: string, category: string): ExtractedFields {
  const fields: Record<string, ExtractedField> = {};
  for (const [type, named] of byType(model, category)) {
    const proposals = propose(text, type, model.known);
    const choose = (confidencesOf: (learned: LearnedField) => readonly number[]) =>
      choicesOf({ model, type, named }, proposals, confidencesOf);
    const { features } = proposals;
    const whole = choose(({ ranker }) => rank(ranker, category, features));
    const byParts = new Map(
      named.map(([name, { ranker }]) => [name, rankByParts(ranker, category, features)]),
    );
    const count = Math.max(0, ...[...byParts.values()].map((parts) => parts.length));
    const partly = Array.from({ length: count }, (_, part) =>
      choose((learned) => partOf(named, learned, byParts)?.[part] ?? []),
    );
    for (const [name, learned] of named) {
      const field = joinChoices(learned, whole.get(name) ?? []);
      if (field === null) continue;
      const supports = partly.map((part) => supportOf(part.get(name) ?? [], field.value, type));
      fields[name] = { ...field, confidence: Math.min(field.confidence, ...supports) };
    }
  }
  return fields;
}

function partOf(
  named: readonly NamedField[],
  learned: LearnedField,
  byParts: ReadonlyMap<string, readonly (readonly number[])[]>,
) {
  const name = named.find(([, other]) => other === learned)?.[0];
  return name === undefined ? undefined : byParts.get(name);
}

/** Fields of the category by their type, in the model's order. */
function byType({ fields }: FieldModel, category: string): Map<FieldType, NamedField[]> {
  const types = new Map<FieldType, NamedField[]>();
  for (const [name, learned] of Object.entries(fields)) {
    if (!learned.categories.includes(category)) continue;
    types.set(learned.type, [...(types.get(learned.type) ?? []), [name, learned]]);
  }
  return types;
}

function choicesOf(
  group: {
    readonly model: FieldModel;
    readonly type: FieldType;
    readonly named: readonly NamedField[];
  },
  { candidates }: Proposals,
  confidencesOf: (learned: LearnedField) => readonly number[],
): Map<string, readonly Choice[]> {
  const { model, type, named } = group;
  const fields = named.map(
    ([name, learned]): FieldChoices => ({
      name,
      choices: chooseBy(learned, candidates, confidencesOf(learned)),
    }),
  );
  const together = chooseTogether(fields, type, model.relations);
  return new Map(together.map(({ name, choices }) => [name, choices]));
}

/** Confidence in given values by one part of the evidence. */
function supportOf(choices: readonly Choice[], value: FieldValue, type: FieldType): number {
  const keys = new Set([value].flat().map((one) => keyOf(one, type)));
  const own = choices.filter((choice) => keys.has(keyOf(choice.value, type)));
  return Math.min(1, own.reduce((sum, { confidence }) => sum + confidence, 0) / keys.size);
}

function joinChoices({ ranker }: LearnedField, choices: readonly Choice[]): ExtractedField | null {
  const likely = ranker.takes === 'one' ? choices.slice(0, 1) : choices;
  const taken = likely.filter(({ confidence }) => confidence >= ranker.threshold);
  const first = taken[0];
  if (first === undefined) return null;
  const mean = taken.reduce((sum, { confidence }) => sum + confidence, 0) / taken.length;
  return {
    value: ranker.takes === 'one' ? first.value : taken.map(({ value }) => value),
    confidence: Math.min(1, mean),
    spans: taken.flatMap(({ spans }) => spans),
  };
}
