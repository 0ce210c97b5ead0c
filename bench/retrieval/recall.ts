import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { student } from '../../config/student.ts';
import { documentChunks } from '../../lambda/domain/llmops/retrieval/document-chunks.ts';
import { learnDocumentFrequencies } from '../../lambda/domain/llmops/retrieval/hashed-embedding.ts';
import {
  learnExpansion,
  type QueryExpansion,
} from '../../lambda/domain/llmops/retrieval/query-expansion.ts';
import {
  backgroundSentences,
  unmarkedSentences,
} from '../../lambda/domain/llmops/judge/unmarked-sentences.ts';
import {
  plannedRetrieval,
  type RetrievalPorts,
} from '../../lambda/domain/llmops/retrieval/hybrid-retrieval.ts';
import { hashedEmbedder } from '../../local/adapters/embedder.ts';
import { sqliteVectors } from '../../local/adapters/vectors.ts';
import {
  type ClauseQuestion,
  clauseQuestionsOf,
  readCorpus,
  spansByClause,
  fold,
  split,
} from './filings.ts';

const TENANT = 'bench';

/** Prints recall at 5 of marked clauses, untuned and tuned, for folds of a cross-validation over documents. */
export async function measureRecall(
  directory: string,
  folds: readonly number[],
  scored: 'test' | 'train',
) {
  const started = performance.now();
  const { documents, clauseQuestions } = readCorpus(directory);
  const chunks = documents.map((document) =>
    documentChunks(document.id, document.text, student.rag),
  );
  const statistics = learnDocumentFrequencies(chunks.flat().map((chunk) => chunk.text));
  const embedder = hashedEmbedder({ statistics });
  const scratch = mkdtempSync(join(tmpdir(), 'strata-recall-'));
  const vectors = sqliteVectors({ directory: scratch });
  for (const list of chunks) {
    const { vectors: embedded } = await embedder.embed(list.map((chunk) => chunk.text));
    const rows = list.map((chunk, at) => ({
      ...chunk,
      vector: embedded[at] ?? new Float32Array(1_024),
    }));
    const documentId = list[0]?.documentId ?? '';
    await vectors.replace({ tenant: TENANT, documentId }, rows);
  }
  const indexed = performance.now();
  const stored = new Map(chunks.map((list) => [list[0]?.documentId ?? '', list]));
  const documentsPort: RetrievalPorts['documents'] = {
    get: async ({ documentId }) =>
      new TextEncoder().encode(JSON.stringify(stored.get(documentId) ?? [])),
  };
  const ports = { embedder, vectors, documents: documentsPort, rag: student.rag };
  const results = [];
  const hitsOf: Record<string, readonly [untuned: boolean, tuned: boolean]> = {};
  for (const part of folds) {
    const outer = fold(documents, part);
    // Parameters are chosen inside the training part, never on what is scored.
    const sets = scored === 'test' ? outer : split(outer.train, part);
    const questions = sets.test.flatMap((document) => clauseQuestionsOf(document, clauseQuestions));
    const expansion = await learnExpansion({ embedder })({
      spans: spansByClause(sets.train),
      questions: clauseQuestions,
      unmarked: unmarkedSentences(sets.train),
      background: backgroundSentences(sets.train),
    });
    const from = performance.now();
    const untuned = await measure(ports, null, questions);
    const perMinute = (questions.length / (performance.now() - from)) * 60_000;
    const tuned = await measure(ports, expansion, questions);
    for (const [at, { documentId, clause }] of questions.entries()) {
      hitsOf[`${documentId}/${clause}`] = [untuned.hits[at] ?? false, tuned.hits[at] ?? false];
    }
    // The same without the clause's name in front: as somebody asks who does not know it.
    const unnamed = questions.map((one) => ({ ...one, question: one.unnamed }));
    const unnamedUntuned = await measure(ports, null, unnamed);
    const unnamedTuned = await measure(ports, expansion, unnamed);
    results.push({
      fold: part,
      questions: questions.length,
      threshold: expansion.threshold,
      recallAt5Untuned: untuned.found,
      recallAt5: tuned.found,
      rightClause: tuned.rightClause,
      unnamedUntuned: unnamedUntuned.found,
      unnamed: unnamedTuned.found,
      unnamedRightClause: unnamedTuned.rightClause,
      questionsPerMinute: Math.round(perMinute),
    });
  }
  vectors.close();
  rmSync(scratch, { recursive: true });
  return {
    documents: documents.length,
    chunks: chunks.flat().length,
    indexSeconds: (indexed - started) / 1_000,
    results,
    hitsOf,
  };
}

async function measure(
  ports: RetrievalPorts,
  expansion: QueryExpansion | null,
  questions: readonly ClauseQuestion[],
) {
  let rightClause = 0;
  const hits: boolean[] = [];
  for (const { documentId, clause, question, targets } of questions) {
    const query = { tenant: TENANT, question, documentId };
    const { chunks, clause: taken } = await plannedRetrieval(ports, expansion)(query);
    const covers = targets.some(([start, end]) =>
      chunks.some(({ range }) => range[0] <= start && range[1] >= end),
    );
    hits.push(covers);
    if (taken === clause) rightClause += 1;
  }
  const found = hits.filter(Boolean).length / questions.length;
  return { found, hits, rightClause: rightClause / questions.length };
}
