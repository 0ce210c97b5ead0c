import * as z from 'zod';
import { lazily } from '../../lazily.ts';
import type { SparseVector } from './sparse-vector.ts';

export const tfIdfSchema = lazily(() =>
  z.strictObject({
    terms: z.array(z.string()),
    /** Documents that have each term; whole numbers, so that nothing is rounded. */
    frequencies: z.array(z.int()),
    /** Documents that were counted. */
    documents: z.int(),
  }),
);
export type TfIdf = z.infer<ReturnType<typeof tfIdfSchema>>;

export interface TfIdfSettings {
  /** Most frequent terms that are kept, by document frequency. */
  readonly maxTerms: number;
  /** A term must stand in so many documents. */
  readonly minDocuments: number;
}

/** Weights keep six decimals: XGBoost compares in 32-bit floats, and files stay small. */
const PRECISION = 1e6;
/** Beyond so many terms the rarest are forgotten, so that 100,000 documents fit in memory. */
const MAX_COUNTED = 1_500_000;

/** Counts terms document by document; no label is looked at, so held-out estimates stay honest. */
export class TermCounter {
  #frequencies = new Map<string, number>();
  #documents = 0;

  add(terms: Iterable<string>): void {
    this.#documents += 1;
    for (const term of terms) this.#frequencies.set(term, (this.#frequencies.get(term) ?? 0) + 1);
    if (this.#frequencies.size > MAX_COUNTED) this.#forgetRare();
  }

  fit({ maxTerms, minDocuments }: TfIdfSettings): TfIdf {
    const minimum = Math.min(minDocuments, this.#documents);
    const chosen = [...this.#frequencies]
      .filter(([, frequency]) => frequency >= minimum)
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, maxTerms);
    return {
      terms: chosen.map(([term]) => term),
      frequencies: chosen.map(([, frequency]) => frequency),
      documents: this.#documents,
    };
  }

  #forgetRare(): void {
    for (let least = 1; this.#frequencies.size > MAX_COUNTED / 2; least += 1) {
      for (const [term, frequency] of this.#frequencies) {
        if (frequency <= least) this.#frequencies.delete(term);
      }
    }
  }
}

interface Opened {
  readonly columns: ReadonlyMap<string, number>;
  readonly idf: Float64Array;
}
const opened = new WeakMap<TfIdf, Opened>();

/**
 * The row of a document: sublinear term frequency × smooth inverse document frequency, of unit
 * length (Salton and Buckley, 1988), as scikit-learn's `TfidfVectorizer(sublinear_tf=True)` weighs.
 */
export function weighTerms(model: TfIdf, counts: ReadonlyMap<string, number>): SparseVector {
  const { columns, idf } = open(model);
  const entries: [column: number, weight: number][] = [];
  let squares = 0;
  for (const [term, count] of counts) {
    const column = columns.get(term);
    if (column === undefined) continue;
    const weight = (count === 1 ? 1 : 1 + Math.log(count)) * (idf[column] ?? 0);
    squares += weight * weight;
    entries.push([column, weight]);
  }
  const norm = Math.sqrt(squares) || 1;
  entries.sort((a, b) => a[0] - b[0]);
  return {
    indices: entries.map(([column]) => column),
    values: entries.map(([, weight]) =>
      Math.max(Math.round((weight / norm) * PRECISION) / PRECISION, 1 / PRECISION),
    ),
  };
}

/** Share of the distinct terms that the model knows; 1 for a text without terms. */
export function knownShare(model: TfIdf, terms: Iterable<string>): number {
  const { columns } = open(model);
  let known = 0;
  let all = 0;
  for (const term of terms) {
    all += 1;
    if (columns.has(term)) known += 1;
  }
  return all === 0 ? 1 : known / all;
}

function open(model: TfIdf): Opened {
  let found = opened.get(model);
  if (found === undefined) {
    const { terms, frequencies, documents } = model;
    const idf = (frequency: number) => Math.log((1 + documents) / (1 + frequency)) + 1;
    found = {
      columns: new Map(terms.map((term, column) => [term, column])),
      idf: Float64Array.from(frequencies, idf),
    };
    opened.set(model, found);
  }
  return found;
}
