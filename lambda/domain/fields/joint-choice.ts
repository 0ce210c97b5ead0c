import type { FieldType } from '../document/normalise-value.ts';
import type { Choice } from './field-model.ts';
import type { FieldRelation } from './field-relations.ts';
import { isKept } from './field-relations.ts';

/** One field's possible values, likeliest first; what they leave to 1 is that it has none. */
export interface FieldChoices {
  readonly name: string;
  readonly choices: readonly Choice[];
}

/** Likelier values than these decide: four fields of five options are 625 combinations. */
const MOST_CHOICES = 5;

/**
 * Confidence of each field's values given what holds between the fields of one type: combinations
 * that break a relation are left out, the others share the probability (a factor graph, solved by
 * enumeration). Fields are taken to be independent otherwise.
 */
export function chooseTogether(
  fields: readonly FieldChoices[],
  type: FieldType,
  relations: readonly FieldRelation[],
): FieldChoices[] {
  const options = fields.map(({ choices }) => choices.slice(0, MOST_CHOICES));
  const places = new Map(fields.map(({ name }, at) => [name, at]));
  const bonds = relations.flatMap(({ kind, fields: [one, other] }) => {
    const [left, right] = [places.get(one), places.get(other)];
    return left === undefined || right === undefined ? [] : [{ kind, left, right }];
  });
  if (bonds.length === 0) return [...fields];
  const sums = options.map((list) => list.map(() => 0));
  let total = 0;
  const visit = (taken: readonly number[], weight: number): void => {
    const at = taken.length;
    if (at === options.length) {
      total += weight;
      for (const [field, choice] of taken.entries()) {
        const row = sums[field];
        if (row !== undefined && choice >= 0) row[choice] = (row[choice] ?? 0) + weight;
      }
      return;
    }
    const list = options[at] ?? [];
    const none = 1 - list.reduce((sum, { confidence }) => sum + confidence, 0);
    visit([...taken, -1], weight * Math.max(none, LEAST));
    for (const [choice, { value, confidence }] of list.entries()) {
      const isFree = bonds.every(({ kind, left, right }) => {
        if (Math.max(left, right) !== at) return true;
        const other = options[Math.min(left, right)]?.[taken[Math.min(left, right)] ?? -1]?.value;
        if (other === undefined) return true;
        return left === at ? isKept(kind, type, value, other) : isKept(kind, type, other, value);
      });
      if (isFree) visit([...taken, choice], weight * confidence);
    }
  };
  visit([], 1);
  return fields.map(({ name }, at) => ({
    name,
    choices: (options[at] ?? [])
      .map((choice, index) => ({ ...choice, confidence: (sums[at]?.[index] ?? 0) / total }))
      .sort((one, other) => other.confidence - one.confidence),
  }));
}
/** "None" is never impossible: every combination may otherwise break a relation. */
const LEAST = 1e-9;
