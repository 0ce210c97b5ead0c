import { InvalidInputError } from '../../errors.ts';
import type { SparseVector } from './sparse-vector.ts';

export interface LabelledRow {
  readonly label: number;
  readonly vector: SparseVector;
}

/** Rows as `label index:value …` lines, indices from 0, as the built-in XGBoost container reads. */
export function toLibsvm(rows: readonly LabelledRow[]): string {
  return rows
    .map(({ label, vector }) => {
      const cells = vector.indices.map((index, at) => `${index}:${vector.values[at] ?? 0}`);
      return [label, ...cells].join(' ');
    })
    .map((line) => `${line}\n`)
    .join('');
}

/** @throws InvalidInputError naming the line that is no libsvm row */
export function fromLibsvm(text: string): LabelledRow[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line, index) => {
    const [label, ...cells] = line.trim().split(/\s+/u);
    const pairs = cells.map((cell) => cell.split(':').map(Number));
    const numbers = [Number(label), ...pairs.flat()];
    if (pairs.some((pair) => pair.length !== 2) || numbers.some(Number.isNaN)) {
      throw new InvalidInputError(
        `line ${index + 1} must read "label index:value …", got "${line.slice(0, 60)}"; ` +
          'featurise the data set again',
      );
    }
    return {
      label: Number(label),
      vector: {
        indices: pairs.map(([column = 0]) => column),
        values: pairs.map(([, value = 0]) => value),
      },
    };
  });
}
