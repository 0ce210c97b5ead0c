import { createHash } from 'node:crypto';

import * as z from 'zod';

import type { FeatureSettings } from '../../../config/schema.ts';
import type { SparseVector } from './sparse-vector.ts';
import { countTerms, wordsOf } from '../text/tokens.ts';

const blockSchema = z.strictObject({
  /** Only the first characters of the document are read; null reads all. */
  characters: z.int().nullable(),
  terms: z.array(z.string()),
  /** Smooth inverse document frequency of each term. */
  idf: z.array(z.number()),
});
export const vectoriserSchema = z.strictObject({
  version: z.string(),
  /** Columns: the terms of the first block, then those of the second. */
  blocks: z.array(blockSchema),
});
export type Vectoriser = z.infer<typeof vectoriserSchema>;
type Block = z.infer<typeof blockSchema>;

/** Titles and parties stand in the head: it gets this share of the columns. */
const HEAD_SHARE = 0.3;
/** Weights keep five decimals: XGBoost compares in 32-bit floats, and files stay small. */
const PRECISION = 1e5;

/**
 * Learns the columns: the most frequent words and pairs of the documents' heads and of their whole
 * texts, by document frequency (no label is looked at, so held-out estimates stay honest).
 * Weights: sublinear term frequency × smooth idf, unit length a block (Salton and Buckley, 1988).
 */
export function fitVectoriser(texts: Iterable<string>, settings: FeatureSettings): Vectoriser {
  const head = new Map<string, number>();
  const whole = new Map<string, number>();
  let documents = 0;
  for (const text of texts) {
    documents += 1;
    countPresence(head, text.slice(0, settings.headCharacters));
    countPresence(whole, text);
  }
  const headColumns = Math.floor(settings.maxFeatures * HEAD_SHARE);
  const minimum = Math.min(settings.minDocuments, documents);
  const first = fitBlock(head, documents, minimum, headColumns, settings.headCharacters);
  const rest = settings.maxFeatures - first.terms.length;
  const blocks = [first, fitBlock(whole, documents, minimum, rest, null)];
  const version = createHash('sha256').update(JSON.stringify(blocks)).digest('hex').slice(0, 16);
  return { version, blocks };
}

/** The document's row: column indices ascending, weights above zero. */
export function vectorise(vectoriser: Vectoriser, text: string): SparseVector {
  const indices: number[] = [];
  const values: number[] = [];
  let offset = 0;
  for (const block of vectoriser.blocks) {
    const part = block.characters === null ? text : text.slice(0, block.characters);
    const entries = weighBlock(block, part).sort((a, b) => a[0] - b[0]);
    for (const [column, weight] of entries) {
      indices.push(offset + column);
      values.push(weight);
    }
    offset += block.terms.length;
  }
  return { indices, values };
}

/** Number of columns of every row that the vectoriser makes. */
export function columnsOf(vectoriser: Vectoriser): number {
  return vectoriser.blocks.reduce((sum, block) => sum + block.terms.length, 0);
}

function countPresence(frequencies: Map<string, number>, text: string): void {
  for (const term of countTerms(wordsOf(text)).keys()) {
    frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
  }
}

function fitBlock(
  frequencies: ReadonlyMap<string, number>,
  documents: number,
  minimum: number,
  columns: number,
  characters: number | null,
): Block {
  const chosen = [...frequencies]
    .filter(([, frequency]) => frequency >= minimum)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, columns);
  return {
    characters,
    terms: chosen.map(([term]) => term),
    idf: chosen.map(([, frequency]) => round(Math.log((1 + documents) / (1 + frequency)) + 1)),
  };
}

const columnsByBlock = new WeakMap<Block, Map<string, number>>();

function weighBlock(block: Block, text: string): [column: number, weight: number][] {
  let columns = columnsByBlock.get(block);
  if (columns === undefined) {
    columns = new Map(block.terms.map((term, column) => [term, column]));
    columnsByBlock.set(block, columns);
  }
  const entries: [number, number][] = [];
  let squares = 0;
  for (const [term, count] of countTerms(wordsOf(text))) {
    const column = columns.get(term);
    if (column === undefined) continue;
    const weight = (1 + Math.log(count)) * (block.idf[column] ?? 0);
    squares += weight * weight;
    entries.push([column, weight]);
  }
  const norm = Math.sqrt(squares) || 1;
  return entries.map(([column, weight]) => [column, Math.max(round(weight / norm), 1 / PRECISION)]);
}

function round(value: number): number {
  return Math.round(value * PRECISION) / PRECISION;
}
