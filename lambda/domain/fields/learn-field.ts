import type { FieldType } from '../document/normalise-value.ts';
import type { FieldModel, Proposals } from './field-model.ts';
import { chooseValues, keyOf } from './field-model.ts';
import type { RankedList, Ranker } from './field-ranker.ts';
import { trainRanker, withoutWords } from './field-ranker.ts';
import type { LabelledText } from './learn-fields.ts';

interface FieldName {
  readonly name: string;
  readonly type: FieldType;
  readonly seed: number;
}
interface Example extends RankedList {
  readonly proposals: Proposals;
  readonly hasField: boolean;
  /** Keys of the right candidates. */
  readonly keys: ReadonlySet<string>;
}

const THRESHOLDS = [0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7];
/** A value where there is none misleads as much as a right one helps; a wrong one half as much. */
const SPURIOUS_COST = 1;
const WRONG_COST = 0.5;

/**
 * Learns one field: the ranker on all documents, its threshold on the other half of each of two
 * halves, where right values are weighed against wrong and spurious ones.
 */
export function learnField(
  documents: readonly LabelledText[],
  proposals: readonly Proposals[],
  field: FieldName,
): FieldModel['fields'][string] {
  const all = documents.map((document, index) => exampleOf(document, proposals[index], field));
  const categories = new Set(
    all.filter(({ hasField }) => hasField).map(({ category }) => category),
  );
  const relevant = all.filter(({ category }) => categories.has(category));
  const takes = field.type === 'list' ? 'many' : 'one';
  const ranker = trainRanker(learnable(relevant), takes, field.seed);
  const threshold = fitThreshold(relevant, takes, field);
  return {
    type: field.type,
    categories: [...categories].sort(),
    ranker: { ...ranker, threshold },
  };
}

function exampleOf(
  { fields, category }: LabelledText,
  proposed: Proposals | undefined,
  { name, type }: FieldName,
): Example {
  const proposals = proposed ?? { candidates: [], features: [] };
  const values = [fields[name] ?? []].flat().map((part) => keyOf(part, type));
  const keys = proposals.candidates.map(({ value }) => keyOf(value, type));
  const exact = keys.map((key) => values.includes(key));
  const loose = new Set(values.map(withoutSigns));
  const right = exact.includes(true) ? exact : keys.map((key) => loose.has(withoutSigns(key)));
  return {
    category,
    features: proposals.features,
    right,
    proposals,
    hasField: values.length > 0,
    keys: new Set(keys.filter((_, index) => right[index])),
  };
}

/** Labels differ from the text in spaces and signs: good enough to learn the place from. */
function withoutSigns(key: string): string {
  return key.replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Nothing can be learned where the right value was not proposed. */
function learnable(examples: readonly Example[]): Example[] {
  return examples.filter(({ hasField, right }) => !hasField || right.includes(true));
}

function fitThreshold(
  examples: readonly Example[],
  takes: Ranker['takes'],
  { type, seed }: FieldName,
): number {
  const halves = [0, 1].map((half) => examples.filter((_, index) => index % 2 === half));
  const outcomes = halves.flatMap((half, index) => {
    const other = halves[1 - index] ?? [];
    const ranker = { ...trainRanker(learnable(other), takes, seed), threshold: 0 };
    return half.flatMap((example) => [
      ...outcomesOf({ type, ranker }, example),
      ...outcomesOf({ type, ranker }, wordlessOf(example)),
    ]);
  });
  const gains = THRESHOLDS.map((threshold) => ({
    threshold,
    gain: outcomes.reduce(
      (sum, { confidence, gain }) => sum + (confidence >= threshold ? gain : 0),
      0,
    ),
  }));
  return gains.reduce((best, next) => (next.gain > best.gain ? next : best)).threshold;
}

/** The example as if its words were unknown: so papers of others look to a ranker. */
function wordlessOf(example: Example): Example {
  const { candidates, features } = example.proposals;
  return { ...example, proposals: { candidates, features: features.map(withoutWords) } };
}

interface Outcome {
  readonly confidence: number;
  readonly gain: number;
}

function outcomesOf(
  learned: Pick<FieldModel['fields'][string], 'type' | 'ranker'>,
  example: Example,
): Outcome[] {
  const { keys, category, proposals, hasField } = example;
  const choices = chooseValues(learned, proposals, category);
  const likely = learned.ranker.takes === 'one' ? choices.slice(0, 1) : choices;
  return likely.map(({ value, confidence }) => {
    if (keys.has(keyOf(value, learned.type))) return { confidence, gain: 1 };
    return { confidence, gain: hasField ? -WRONG_COST : -SPURIOUS_COST };
  });
}
