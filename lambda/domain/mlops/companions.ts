import * as z from 'zod';

import { lazily } from '../../lazily.ts';
import type { LabelledRow } from '../features/libsvm.ts';
import type { SparseVector } from '../features/sparse-vector.ts';
import type { Vectoriser } from '../features/vectoriser.ts';
import { firstStructureColumn } from '../features/vectoriser.ts';
import { linearModelSchema, scoreLinear, trainLinearModel } from './linear-model.ts';

/**
 * Linear models beside the trees: one on the words, which errs elsewhere than trees do, and one on
 * the structure alone, which still judges when a document is in words that nobody has seen.
 */
export const companionsSchema = lazily(() =>
  z.strictObject({ words: linearModelSchema(), structure: linearModelSchema() }),
);
export type Companions = z.infer<ReturnType<typeof companionsSchema>>;

/** What each part says of a row, before they are mixed. */
export interface Opinions {
  readonly trees: readonly number[];
  readonly words: readonly number[];
  readonly structure: readonly number[];
  /** Share of the document's words that training has seen. */
  readonly known: number;
}

export function trainCompanions(
  rows: readonly LabelledRow[],
  classes: number,
  vectoriser: Vectoriser,
): Companions {
  const first = firstStructureColumn(vectoriser);
  const features = first + vectoriser.structure.length;
  const part = (keep: (column: number) => boolean) =>
    trainLinearModel({
      rows: rows.map(({ label, vector }) => ({ label, vector: columnsWhere(vector, keep) })),
      classes,
      features,
    });
  // The first structure column says how many words are known: the mixture reads it, no model does.
  return { words: part((column) => column < first), structure: part((column) => column > first) };
}

export function opinionsOf(
  { words, structure }: Companions,
  vectoriser: Vectoriser,
  row: SparseVector,
  trees: readonly number[],
): Opinions {
  const at = row.indices.indexOf(firstStructureColumn(vectoriser));
  return {
    trees,
    words: scoreLinear(words, row),
    structure: scoreLinear(structure, row),
    known: at < 0 ? 0 : (row.values[at] ?? 0),
  };
}

function columnsWhere(row: SparseVector, keep: (column: number) => boolean): SparseVector {
  const kept = row.indices.flatMap((column, at) => (keep(column) ? [at] : []));
  return {
    indices: kept.map((at) => row.indices[at] ?? 0),
    values: kept.map((at) => row.values[at] ?? 0),
  };
}
