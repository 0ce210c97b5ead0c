import type { Embedder } from '../../../ports.ts';
import { contentWords } from '../../text/words.ts';
import { type ClauseTerms, countSentenceTerms, learnClauseTerms } from './clause-terms.ts';
import { learnThreshold } from './clause-threshold.ts';
import { normalised } from './hashed-embedding.ts';

/** What the training corpus's marked clauses teach about asking for a clause; a JSON artefact. */
export interface QueryExpansion {
  /** Vectors of another embedder do not compare. */
  readonly embedder: string;
  /** Cosine similarity from which a question asks for its nearest clause. */
  readonly threshold: number;
  readonly clauses: Readonly<Record<string, LearnedClause>>;
}
export interface LearnedClause {
  /** Mean of the unit vectors of the clause's spans. */
  readonly vector: readonly number[];
  /** Where questions about it lie: halfway between its name and its spans. */
  readonly asked: readonly number[];
  /** Words that distinguish the clause's spans from those of others, best first, by how well. */
  readonly weights: Readonly<Record<string, number>>;
  /** By which its passages are told among those that were found. */
  readonly terms: ClauseTerms;
  readonly spans: number;
}

/**
 * Rocchio's weights (SMART, 1971): the question counts 1, the mean of relevant spans this much; of 1, 2
 * and 4 the best on the training part (`bench/retrieval`, part `train`).
 */
const RELEVANT_WEIGHT = 4;

/** Terms that the text search gets beside the question's own. */
const MOST_TERMS = 20;

/** What training documents and the corpus say of clauses. */
export interface ClauseTraining {
  /** Clause → marked spans of training documents; those of scored documents must not be in. */
  readonly spans: Readonly<Record<string, readonly string[]>>;
  /** Clause → how one asks for it. @default its name */
  readonly questions?: Readonly<Record<string, string>>;
  /** Sentences of training documents that no clause is marked in. */
  readonly unmarked?: readonly string[];
  /** The same of any length. @default `unmarked` */
  readonly background?: readonly string[];
}

/**
 * Learns what Rocchio's relevance feedback does: of each clause a mean vector and the terms with the
 * highest weight (share of the clause's spans that hold the term × log of its odds against all spans);
 * and from which similarity on a question asks for a clause. Deterministic.
 */
export function learnExpansion(ports: { readonly embedder: Embedder }) {
  return async (training: ClauseTraining): Promise<QueryExpansion> => {
    const { embedder } = ports;
    const background = spanFrequencies(Object.values(training.spans).flat());
    const clauses: Record<string, LearnedClause> = {};
    const all = countSentenceTerms([
      ...new Set(Object.values(training.spans).flat()),
      ...(training.background ?? training.unmarked ?? []),
    ]);
    for (const [name, texts] of Object.entries(training.spans)) {
      if (texts.length === 0) continue;
      const [named, ...rest] = (await embedder.embed([name, ...texts])).vectors;
      const vector = unitSum(rest);
      const asked = unitSum(named === undefined ? [vector] : [named, vector]);
      const weights = distinguishingWeights(texts, background);
      const terms = learnClauseTerms(countSentenceTerms(texts), all);
      clauses[name] = {
        vector: short(vector),
        asked: short(asked),
        weights,
        terms,
        spans: texts.length,
      };
    }
    return {
      embedder: embedder.model,
      threshold: await threshold(ports, clauses, training),
      clauses,
    };
  };
}

/** What was learned of the clause that a question asks for; null where it asks for none. */
export function nearestClause(
  expansion: QueryExpansion,
  question: Float32Array,
): (LearnedClause & { readonly name: string }) | null {
  const nearest = nearestOf(expansion.clauses, question);
  if (nearest === null || nearest.similarity < expansion.threshold) return null;
  const { name, clause } = nearest;
  return { ...clause, name };
}

/** What was learned of a clause; `constructor` must not find the object's. */
export function learnedClause(
  expansion: QueryExpansion | null,
  name: string | null,
): LearnedClause | null {
  if (expansion === null || name === null || !Object.hasOwn(expansion.clauses, name)) return null;
  return expansion.clauses[name] ?? null;
}

/** The question's vector moved towards the clause's spans, and its text with their terms added. */
export function expandQuery(
  query: { readonly text: string; readonly vector: Float32Array },
  clause: Pick<LearnedClause, 'vector' | 'weights'>,
): { readonly text: string; readonly vector: Float32Array } {
  const vector = query.vector.map(
    (value, at) => value + RELEVANT_WEIGHT * (clause.vector[at] ?? 0),
  );
  return {
    text: `${query.text} ${Object.keys(clause.weights).join(' ')}`,
    vector: normalised(vector),
  };
}

async function threshold(
  { embedder }: { readonly embedder: Embedder },
  clauses: QueryExpansion['clauses'],
  { questions = {}, unmarked = [] }: ClauseTraining,
): Promise<number> {
  const names = Object.keys(clauses);
  if (names.length === 0) return learnThreshold([], []);
  const texts = [...names.map((name) => questions[name] ?? name), ...unmarked];
  const { vectors } = await embedder.embed(texts);
  const nearest = vectors.map((vector) => nearestOf(clauses, vector));
  // A question that lies nearer to another clause says nothing of how near its own must be.
  const right = nearest.slice(0, names.length).filter((one, at) => one?.name === names[at]);
  const similarities = (found: typeof nearest) => found.map((one) => one?.similarity ?? 0);
  return learnThreshold(similarities(right), similarities(nearest.slice(names.length)));
}

function nearestOf(clauses: QueryExpansion['clauses'], question: Float32Array) {
  let best: { name: string; clause: LearnedClause; similarity: number } | null = null;
  for (const [name, clause] of Object.entries(clauses)) {
    const similarity = cosine(clause.asked, question);
    if (similarity > (best?.similarity ?? -1)) best = { name, clause, similarity };
  }
  return best;
}

/** Of vectors of unit length. */
function cosine(one: readonly number[], other: Float32Array): number {
  return one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0);
}

function unitSum(vectors: readonly Float32Array[]): Float32Array {
  const sum = new Float32Array(vectors[0]?.length ?? 0);
  for (const vector of vectors) vector.forEach((value, at) => (sum[at] = (sum[at] ?? 0) + value));
  return normalised(sum);
}

/** Five digits: no ranking hangs on more, and the artefact is half as long. */
function short(vector: Float32Array): readonly number[] {
  return Array.from(vector, (value) => Number(value.toPrecision(5)));
}

function distinguishingWeights(
  texts: readonly string[],
  background: { readonly counts: ReadonlyMap<string, number>; readonly total: number },
): Readonly<Record<string, number>> {
  const { counts } = spanFrequencies(texts);
  const scored = [...counts].map(([term, count]) => {
    const share = count / texts.length;
    const others = (background.counts.get(term) ?? count) - count;
    const rest = (others + 0.5) / (background.total - texts.length + 1);
    return { term, score: share * Math.log(share / rest) };
  });
  const best = scored
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (a.term < b.term ? -1 : 1))
    .slice(0, MOST_TERMS);
  return Object.fromEntries(best.map(({ term, score }) => [term, Number(score.toPrecision(4))]));
}

function spanFrequencies(texts: readonly string[]) {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const term of new Set(contentWords(text))) {
      if (!/^\d/.test(term)) counts.set(term, (counts.get(term) ?? 0) + 1);
    }
  }
  return { counts, total: texts.length };
}
