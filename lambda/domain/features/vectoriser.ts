import { createHash } from 'node:crypto';

import * as z from 'zod';
import { lazily } from '../../lazily.ts';

import type { FeatureSettings } from '../../../config/schema.ts';
import { countTerms, wordsOf } from '../text/tokens.ts';
import type { SparseVector } from './sparse-vector.ts';
import { structureColumns, structureOf } from './structure.ts';
import type { TfIdf } from './tf-idf.ts';
import { knownShare, TermCounter, tfIdfSchema, weighTerms } from './tf-idf.ts';
import { titleTermsOf } from './title-runs.ts';

export const vectoriserSchema = lazily(() =>
  z.strictObject({
    version: z.string(),
    /** Characters that count as the head. */
    headCharacters: z.int(),
    /** Words and pairs of the head. */
    head: tfIdfSchema(),
    /** Words, pairs and triples of runs of capitals in the head. */
    titles: tfIdfSchema(),
    /** Words of the whole text. */
    whole: tfIdfSchema(),
    /** Names of the columns after those of the terms; see `structure.ts`. */
    structure: z.array(z.string()),
  }),
);
export type Vectoriser = z.infer<ReturnType<typeof vectoriserSchema>>;

/** Titles and parties stand in the head: it gets these shares of the columns. */
const HEAD_SHARE = 0.3;
const TITLE_SHARE = 0.3;
const STRUCTURE_PRECISION = 1e4;

/** Learns the columns from the documents' texts, one after the other. */
export function fitVectoriser(texts: Iterable<string>, settings: FeatureSettings): Vectoriser {
  const head = new TermCounter();
  const titles = new TermCounter();
  const whole = new TermCounter();
  for (const text of texts) {
    head.add(headTerms(text, settings.headCharacters).keys());
    titles.add(titleTermsOf(text).keys());
    whole.add(new Set(wordsOf(text)));
  }
  const { maxFeatures, minDocuments } = settings;
  const part = (counter: TermCounter, columns: number): TfIdf =>
    counter.fit({ maxTerms: Math.max(0, Math.floor(columns)), minDocuments });
  const structure = ['known', ...structureColumns()];
  const columns = Math.max(0, maxFeatures - structure.length);
  const parts = {
    headCharacters: settings.headCharacters,
    head: part(head, columns * HEAD_SHARE),
    titles: part(titles, columns * TITLE_SHARE),
    whole: part(whole, columns * (1 - HEAD_SHARE - TITLE_SHARE)),
    structure,
  };
  const version = createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
  return { version, ...parts };
}

/** The document's row: column indices ascending, values above zero. */
export function vectorise(vectoriser: Vectoriser, text: string): SparseVector {
  const { headCharacters, head, titles, whole } = vectoriser;
  const words = new Map<string, number>();
  for (const word of wordsOf(text)) words.set(word, (words.get(word) ?? 0) + 1);
  const structure = [knownShare(whole, words.keys()), ...structureOf(text)];
  return concatenate([
    [weighTerms(head, headTerms(text, headCharacters)), head.terms.length],
    [weighTerms(titles, titleTermsOf(text)), titles.terms.length],
    [weighTerms(whole, words), whole.terms.length],
    [sparse(structure), vectoriser.structure.length],
  ]);
}

/** Number of columns of every row that the vectoriser makes. */
export function columnsOf({ head, titles, whole, structure }: Vectoriser): number {
  return head.terms.length + titles.terms.length + whole.terms.length + structure.length;
}

/** Columns before it are terms; it is the share of known words, those after it the structure. */
export function firstStructureColumn(vectoriser: Vectoriser): number {
  return columnsOf(vectoriser) - vectoriser.structure.length;
}

function headTerms(text: string, characters: number): Map<string, number> {
  return countTerms(wordsOf(text.slice(0, characters)));
}

function sparse(values: readonly number[]): SparseVector {
  const kept = values.flatMap((value, index) => {
    const rounded = Math.round(value * STRUCTURE_PRECISION) / STRUCTURE_PRECISION;
    return rounded > 0 ? [[index, rounded] as const] : [];
  });
  return { indices: kept.map(([index]) => index), values: kept.map(([, value]) => value) };
}

function concatenate(parts: readonly (readonly [SparseVector, number])[]): SparseVector {
  const indices: number[] = [];
  const values: number[] = [];
  let offset = 0;
  for (const [part, columns] of parts) {
    for (const index of part.indices) indices.push(offset + index);
    for (const value of part.values) values.push(value);
    offset += columns;
  }
  return { indices, values };
}
