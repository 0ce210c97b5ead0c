import { FUNCTION_WORDS, words } from '../../text/words.ts';

/** In how many texts of a corpus each word stands: unlabelled statistics, stored as JSON. */
export interface DocumentFrequencies {
  readonly texts: number;
  readonly frequencies: Readonly<Record<string, number>>;
}

export type HashedEmbedding = (text: string) => Float32Array;

/** Character n-grams make a word's typos and inflections near to it; the word itself weighs most. */
const NGRAM_SHARE = 0.35;

/** A word seen less often than this is not kept: half of a vocabulary stands in one text only. */
const LEAST_TEXTS = 2;

interface WordFeatures {
  readonly buckets: Int32Array;
  readonly weights: Float32Array;
}

/** Counts words once a text; words of a single text are left out and get the highest weight. */
export function learnDocumentFrequencies(texts: Iterable<string>): DocumentFrequencies {
  const counts = new Map<string, number>();
  let total = 0;
  for (const text of texts) {
    total += 1;
    for (const word of new Set(words(text))) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const frequencies: Record<string, number> = {};
  for (const [word, count] of counts) if (count >= LEAST_TEXTS) frequencies[word] = count;
  return { texts: total, frequencies };
}

/**
 * Embeds a text as hashed words and character 3- and 4-grams of unit length (feature hashing with
 * signs: Weinberger et al., ICML 2009). A word weighs (1 + ln count) × idf; without statistics
 * function words weigh a tenth of others. Synonyms are not near one another: nothing is learned.
 */
export function hashedEmbedding(
  dimensions: number,
  statistics: DocumentFrequencies | null,
): HashedEmbedding {
  const cache = new Map<string, WordFeatures>();
  const frequencies = new Map(Object.entries(statistics?.frequencies ?? {}));
  const weightOf = (word: string) => {
    if (statistics === null) return FUNCTION_WORDS.has(word) ? 0.1 : 1;
    return Math.log(1 + statistics.texts / (frequencies.get(word) ?? 1));
  };
  const featuresOf = (word: string) => {
    const known = cache.get(word);
    if (known !== undefined) return known;
    const features = wordFeatures(word, dimensions, weightOf(word));
    cache.set(word, features);
    return features;
  };
  return (text) => {
    const counts = new Map<string, number>();
    for (const word of words(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
    const vector = new Float32Array(dimensions);
    for (const [word, count] of counts) {
      const { buckets, weights } = featuresOf(word);
      const factor = 1 + Math.log(count);
      for (let at = 0; at < buckets.length; at++) {
        const bucket = buckets[at] ?? 0;
        vector[bucket] = (vector[bucket] ?? 0) + factor * (weights[at] ?? 0);
      }
    }
    return normalised(vector);
  };
}

/** The vector at unit length; a zero vector becomes the first axis, so that cosine stays defined. */
export function normalised(vector: Float32Array): Float32Array {
  let squares = 0;
  for (const value of vector) squares += value * value;
  if (squares === 0) {
    const axis = new Float32Array(vector.length);
    axis[0] = 1;
    return axis;
  }
  const length = Math.sqrt(squares);
  return vector.map((value) => value / length);
}

function wordFeatures(word: string, dimensions: number, weight: number): WordFeatures {
  const grams = characterGrams(word);
  const buckets = new Int32Array(1 + grams.length);
  const weights = new Float32Array(1 + grams.length);
  const share = grams.length === 0 ? 0 : (weight * NGRAM_SHARE) / Math.sqrt(grams.length);
  [word, ...grams].forEach((feature, at) => {
    const hash = fnv1a(at === 0 ? `=${feature}` : feature);
    buckets[at] = (hash >>> 1) % dimensions;
    weights[at] = (hash & 1 ? 1 : -1) * (at === 0 ? weight : share);
  });
  return { buckets, weights };
}

function characterGrams(word: string): string[] {
  if (word.length < 4 || /^\d+$/.test(word)) return [];
  const padded = `<${word}>`;
  const grams: string[] = [];
  for (const size of [3, 4]) {
    for (let at = 0; at + size <= padded.length; at++) grams.push(padded.slice(at, at + size));
  }
  return grams;
}

/** FNV-1a over UTF-16 code units, finished by a multiply-xorshift so that the low bits mix. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return (hash ^ (hash >>> 15)) >>> 0;
}
