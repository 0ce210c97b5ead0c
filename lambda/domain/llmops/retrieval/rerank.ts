import type { ChunkHit } from '../../../ports.ts';
import type { DocumentsRead } from '../../../store-ports.ts';
import { sentencesOf } from '../../text/sentences.ts';
import { contentWords, stem } from '../../text/words.ts';
import { clauseScore, type ClauseTerms } from './clause-terms.ts';
import { loadPassages } from './passages.ts';

/** What a question is held against: its words, and what was learned of the clause it asks for. */
export interface Asked {
  readonly tenant: string;
  readonly question: string;
  /** Null where it asks for no learned clause. */
  readonly terms: ClauseTerms | null;
}

/** Two rankings of what was found, best first; a hit whose text is gone is in neither. */
export interface Reranked {
  /** By the best sentence: how many of the question's words it holds, rare ones more. */
  readonly byWording: readonly string[];
  /** By the best sentence: how it reads like the clause. Empty where none is asked for. */
  readonly byClause: readonly string[];
}

/** Only chunks of so many documents are read: one blob each, those of the best hits first. */
const MOST_DOCUMENTS = 20;

/**
 * Ranks hits by their sentences. A chunk's own vector and BM25 dilute the one sentence that answers
 * among its others.
 */
export function rerank(documents: Pick<DocumentsRead<'chunks'>, 'get'>) {
  return async (asked: Asked, hits: readonly ChunkHit[]): Promise<Reranked> => {
    const { tenant, question, terms } = asked;
    const near = new Set([...new Set(hits.map((hit) => hit.documentId))].slice(0, MOST_DOCUMENTS));
    const passages = await loadPassages(documents)(
      tenant,
      hits.filter(({ documentId }) => near.has(documentId)),
    );
    const read = passages.map(({ chunkId, text }) => ({ chunkId, sentences: sentencesOf(text) }));
    const wordings = wordingScores(
      question,
      read.map(({ sentences }) => sentences),
    );
    const clauses = terms === null ? [] : read.map(({ sentences }) => best(sentences, terms));
    const ids = read.map(({ chunkId }) => chunkId);
    return { byWording: ranked(ids, wordings), byClause: ranked(ids, clauses) };
  };
}

function best(sentences: readonly string[], terms: ClauseTerms): number {
  return Math.max(-Infinity, ...sentences.map((sentence) => clauseScore(terms, sentence)));
}

/** Of each passage: inverse document frequencies (over these sentences) of the words it shares. */
function wordingScores(
  question: string,
  passages: readonly (readonly string[])[],
): readonly number[] {
  const stems = (text: string) => new Set(contentWords(text).map(stem));
  const asked = stems(question);
  const read = passages.map((sentences) => sentences.map(stems));
  const all = read.flat();
  const rarity = [...asked].map((word) => {
    const holding = all.filter((sentence) => sentence.has(word)).length;
    return [word, Math.log((1 + all.length) / (1 + holding)) + 1] as const;
  });
  const scoreOf = (sentence: ReadonlySet<string>) => {
    const shared = rarity.reduce(
      (sum, [word, weight]) => sum + (sentence.has(word) ? weight : 0),
      0,
    );
    return shared / Math.sqrt(Math.max(1, sentence.size));
  };
  return read.map((sentences) => Math.max(0, ...sentences.map(scoreOf)));
}

function ranked(ids: readonly string[], scores: readonly number[]): readonly string[] {
  return scores
    .flatMap((score, at) => {
      const id = ids[at];
      return id === undefined ? [] : [{ id, score }];
    })
    .toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}
