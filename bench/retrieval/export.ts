import { writeFileSync } from 'node:fs';
import { student } from '../../config/student.ts';
import { documentChunks } from '../../lambda/domain/llmops/retrieval/document-chunks.ts';
import { clauseQuestionsOf, fold, readCorpus, spansByClause } from './filings.ts';

/** Writes the chunks, questions and training spans and hits of each fold, for `peer.py`. */
export function exportTask(
  directory: string,
  folds: readonly number[],
  file: string,
  hitsOf: Readonly<Record<string, readonly [untuned: boolean, tuned: boolean]>>,
): void {
  const { documents, clauseQuestions } = readCorpus(directory);
  const chunks = documents.flatMap((document) =>
    documentChunks(document.id, document.text, student.rag),
  );
  const tasks = folds.map((part) => {
    const { train, test } = fold(documents, part);
    const questions = test
      .flatMap((document) => clauseQuestionsOf(document, clauseQuestions))
      .map((one) => ({ ...one, hits: hitsOf[`${one.documentId}/${one.clause}`] }));
    return { fold: part, spans: spansByClause(train), questions };
  });
  writeFileSync(file, JSON.stringify({ chunks, folds: tasks }));
}
