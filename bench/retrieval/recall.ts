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
import { unmarkedSentences } from '../../lambda/domain/llmops/judge/unmarked-sentences.ts';
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
  split,
} from './filings.ts';

const TENANT = 'bench';

/** Prints recall at 5 of marked clauses, untuned and tuned, for seeds 1 to 5. */
export async function measureRecall(
  directory: string,
  seeds: readonly number[],
  part: 'test' | 'train',
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
  const ports = { embedder, vectors, rag: student.rag };
  const results = [];
  for (const seed of seeds) {
    const outer = split(documents, seed);
    // Parameters are chosen inside the training part, never on what is scored.
    const sets = part === 'test' ? outer : split(outer.train, seed);
    const questions = sets.test.flatMap((document) => clauseQuestionsOf(document, clauseQuestions));
    const expansion = await learnExpansion({ embedder })({
      spans: spansByClause(sets.train),
      questions: clauseQuestions,
      unmarked: unmarkedSentences(sets.train),
    });
    const from = performance.now();
    const untuned = await hits(ports, null, questions);
    const perMinute = (questions.length / (performance.now() - from)) * 60_000;
    const tuned = await hits(ports, expansion, questions);
    // The same without the clause's name in front: as somebody asks who does not know it.
    const unnamed = questions.map((one) => ({ ...one, question: one.unnamed }));
    const unnamedUntuned = await hits(ports, null, unnamed);
    const unnamedTuned = await hits(ports, expansion, unnamed);
    results.push({
      seed,
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
  };
}

async function hits(
  ports: RetrievalPorts,
  expansion: QueryExpansion | null,
  questions: readonly ClauseQuestion[],
) {
  let [found, rightClause] = [0, 0];
  for (const { documentId, clause, question, targets } of questions) {
    const query = { tenant: TENANT, question, documentId };
    const { chunks, clause: taken } = await plannedRetrieval(ports, expansion)(query);
    const covers = targets.some(([start, end]) =>
      chunks.some(({ range }) => range[0] <= start && range[1] >= end),
    );
    if (covers) found += 1;
    if (taken === clause) rightClause += 1;
  }
  return { found: found / questions.length, rightClause: rightClause / questions.length };
}
