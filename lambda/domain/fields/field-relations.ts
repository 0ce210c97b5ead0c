import * as z from 'zod';
import { lazily } from '../../lazily.ts';

import type { FieldType } from '../document/normalise-value.ts';
import { sameValue } from '../document/normalise-value.ts';
import type { LabelledText } from './learn-fields.ts';

/** What holds between the values of two fields of one type in every document that has both. */
export interface FieldRelation {
  /** `apart`: never the same value. `ordered`: the first is not after, or above, the second. */
  readonly kind: 'apart' | 'ordered';
  readonly fields: [string, string];
}
export const fieldRelationSchema = lazily(() =>
  z.strictObject({
    kind: z.enum(['apart', 'ordered']),
    fields: z.tuple([z.string(), z.string()]),
  }),
);

/** Fewer documents prove no rule: 1 in 30 may break it unseen with a chance of a third. */
const MIN_DOCUMENTS = 30;
const ORDERED: ReadonlySet<FieldType> = new Set(['date', 'amount', 'integer']);

/** Relations that no training document breaks: a due date is no earlier than its invoice's. */
export function learnRelations(
  documents: readonly LabelledText[],
  types: ReadonlyMap<string, FieldType>,
): FieldRelation[] {
  const names = [...types.keys()];
  return names.flatMap((one) =>
    names.flatMap((other): FieldRelation[] => {
      const type = types.get(one);
      if (one === other || type === undefined || types.get(other) !== type) return [];
      const pairs = documents.flatMap(({ fields }) => {
        const [left, right] = [fields[one], fields[other]];
        return typeof left === 'string' && typeof right === 'string'
          ? [[left, right] as const]
          : [];
      });
      if (pairs.length < MIN_DOCUMENTS) return [];
      const found: FieldRelation[] = [];
      const holds = (kind: FieldRelation['kind']): boolean =>
        pairs.every(([left, right]) => isKept(kind, type, left, right));
      if (one < other && holds('apart')) found.push({ kind: 'apart', fields: [one, other] });
      if (ORDERED.has(type) && holds('ordered')) {
        found.push({ kind: 'ordered', fields: [one, other] });
      }
      return found;
    }),
  );
}

/** Whether two values may stand together; credit notes print amounts with either sign. */
export function isKept(
  kind: FieldRelation['kind'],
  type: FieldType,
  left: string,
  right: string,
): boolean {
  if (kind === 'apart') return !sameValue(left, right, type);
  if (type === 'date') return left <= right;
  return Math.abs(Number(left)) <= Math.abs(Number(right));
}
