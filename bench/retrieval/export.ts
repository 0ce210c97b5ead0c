import { writeFileSync } from 'node:fs';
import { student } from '../../config/student.ts';
import { documentChunks } from '../../lambda/domain/llmops/retrieval/document-chunks.ts';
import { clauseQuestionsOf, readCorpus, spansByClause, split } from './filings.ts';

/** Writes the chunks, questions and training spans of each seed, for `peer.py`. */
export function exportTask(directory: string, seeds: readonly number[], file: string): void {
  const { documents, clauseQuestions } = readCorpus(directory);
  const chunks = documents.flatMap((document) =>
    documentChunks(document.id, document.text, student.rag),
  );
  const tasks = seeds.map((seed) => {
    const { train, test } = split(documents, seed);
    const questions = test.flatMap((document) => clauseQuestionsOf(document, clauseQuestions));
    return { seed, spans: spansByClause(train), questions };
  });
  writeFileSync(file, JSON.stringify({ chunks, seeds: tasks }));
}
