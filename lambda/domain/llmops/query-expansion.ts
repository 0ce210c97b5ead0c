import type { Embedder } from '../../ports.ts';
import { normalised } from './hashed-embedding.ts';
import { contentWords } from '../text/words.ts';

/** What the training corpus's marked clauses teach about asking for a clause; a JSON artefact. */
export interface QueryExpansion {
  /** Vectors of another embedder do not compare. */
  readonly embedder: string;
  readonly clauses: Readonly<
    Record<
      string,
      {
        /** Mean of the unit vectors of the clause's spans. */
        readonly vector: readonly number[];
        /** Words that distinguish the clause's spans from those of others, best first. */
        readonly terms: readonly string[];
        readonly spans: number;
      }
    >
  >;
}

/**
 * Rocchio's weights (SMART, 1971): the question counts 1, the mean of relevant spans this much; of 1, 2
 * and 4 the best on the training part (`bench/retrieval`, part `train`).
 */
const RELEVANT_WEIGHT = 4;

/** Terms that the text search gets beside the question's own. */
const MOST_TERMS = 20;

/**
 * Learns from clause → marked spans of training documents, as Rocchio's relevance feedback does:
 * a mean vector and the terms with the highest weight (share of the clause's spans that hold the
 * term × log of its odds against all spans). Deterministic; spans of scored documents must not be in.
 */
export function learnExpansion(ports: { readonly embedder: Embedder }) {
  return async (spans: Readonly<Record<string, readonly string[]>>): Promise<QueryExpansion> => {
    const background = spanFrequencies(Object.values(spans).flat());
    const clauses: Record<string, QueryExpansion['clauses'][string]> = {};
    for (const [clause, texts] of Object.entries(spans)) {
      if (texts.length === 0) continue;
      const { vectors } = await ports.embedder.embed(texts);
      const sum = new Float32Array(ports.embedder.dimensions);
      for (const vector of vectors)
        vector.forEach((value, at) => (sum[at] = (sum[at] ?? 0) + value));
      clauses[clause] = {
        vector: Array.from(normalised(sum), (value) => Number(value.toPrecision(5))),
        terms: distinguishingTerms(texts, background),
        spans: texts.length,
      };
    }
    return { embedder: ports.embedder.model, clauses };
  };
}

/** What was learned of a clause; a request names it, and `constructor` must not find the object's. */
export function knownClause(
  expansion: QueryExpansion | null,
  name: string | null,
): QueryExpansion['clauses'][string] | undefined {
  if (expansion === null || name === null || !Object.hasOwn(expansion.clauses, name)) {
    return undefined;
  }
  return expansion.clauses[name];
}

/** The question's vector moved towards the clause's spans, and its text with their terms added. */
export function expandQuery(
  query: { readonly text: string; readonly vector: Float32Array },
  clause: QueryExpansion['clauses'][string],
): { readonly text: string; readonly vector: Float32Array } {
  const vector = query.vector.map(
    (value, at) => value + RELEVANT_WEIGHT * (clause.vector[at] ?? 0),
  );
  return { text: `${query.text} ${clause.terms.join(' ')}`, vector: normalised(vector) };
}

function distinguishingTerms(
  texts: readonly string[],
  background: { readonly counts: ReadonlyMap<string, number>; readonly total: number },
): readonly string[] {
  const { counts } = spanFrequencies(texts);
  const scored = [...counts].map(([term, count]) => {
    const share = count / texts.length;
    const others = (background.counts.get(term) ?? count) - count;
    const rest = (others + 0.5) / (background.total - texts.length + 1);
    return { term, score: share * Math.log(share / rest) };
  });
  return scored
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (a.term < b.term ? -1 : 1))
    .slice(0, MOST_TERMS)
    .map(({ term }) => term);
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
