import type { FieldValue } from '../document/document.ts';
import { type FieldType, hasValue, sameValue } from '../document/normalise-value.ts';

/** One scored document: labelled values and the values that a side gave. */
export interface FieldPair {
  readonly gold: Readonly<Record<string, FieldValue | null>>;
  readonly given: Readonly<Record<string, FieldValue>>;
}

export interface FieldAccuracy {
  /** Right values / pairs of document and field that have a gold value; null without pairs. */
  readonly overall: number | null;
  /** The same of each field; null where no document has a gold value for it. */
  readonly byField: Readonly<Record<string, number | null>>;
  /** Values given where the document has no gold value for the field. */
  readonly spurious: number;
}

/** Exact comparison after `normaliseValue`; `fields` names the fields to report, with types. */
export function fieldAccuracy(
  pairs: readonly FieldPair[],
  fields: Readonly<Record<string, FieldType>>,
): FieldAccuracy {
  const names = new Set([
    ...Object.keys(fields),
    ...pairs.flatMap((pair) => [...Object.keys(pair.gold), ...Object.keys(pair.given)]),
  ]);
  const total = { gold: 0, right: 0, spurious: 0 };
  const byField: Record<string, number | null> = {};
  for (const name of [...names].toSorted()) {
    const { gold, right, spurious } = countField(pairs, name, fields[name]);
    byField[name] = gold === 0 ? null : right / gold;
    total.gold += gold;
    total.right += right;
    total.spurious += spurious;
  }
  const overall = total.gold === 0 ? null : total.right / total.gold;
  return { overall, byField, spurious: total.spurious };
}

function countField(
  pairs: readonly FieldPair[],
  name: string,
  type: FieldType | undefined,
): { readonly gold: number; readonly right: number; readonly spurious: number } {
  const count = { gold: 0, right: 0, spurious: 0 };
  for (const pair of pairs) {
    const gold = pair.gold[name];
    const given = pair.given[name];
    if (hasValue(gold)) {
      count.gold += 1;
      count.right += hasValue(given) && sameValue(gold, given, type) ? 1 : 0;
    } else if (hasValue(given)) {
      count.spurious += 1;
    }
  }
  return count;
}
