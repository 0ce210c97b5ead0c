import {
  clauseQuestions,
  goldenRetrievalQuestions,
} from '../../lambda/domain/compare/clause-questions.ts';
import type { MeasuredDocument } from '../../lambda/domain/compare/run-measurement.ts';
import type { RetrievalQuestion } from '../../lambda/domain/evaluation/measured.ts';
import type { DocumentRecord } from '../../lambda/domain/document/document.ts';
import type { AskedQuestion } from './ask-questions.ts';
import type { RunPlan } from './plan-run.ts';
import type { ReadDocument } from './read-documents.ts';

export interface RunQuestions {
  /** Through the answer flow. */
  readonly asked: readonly AskedQuestion[];
  /** For recall. */
  readonly retrieval: readonly RetrievalQuestion[];
}

/** Each document that was read, with its gold labels and what the flow recorded. */
export function findGold(
  plan: RunPlan,
  read: readonly ReadDocument[],
  records: ReadonlyMap<string, DocumentRecord>,
): readonly MeasuredDocument[] {
  const byId = new Map(plan.corpus.documents.map((document) => [document.id, document]));
  const learning = plan.trainingCorpus === plan.corpus ? plan.train : [];
  const trained = new Set(learning.map((document) => document.id));
  return read.flatMap(({ id, documentId }) => {
    const record = records.get(documentId);
    const document = byId.get(id);
    if (record === undefined || document === undefined) return [];
    const learned = trained.has(id) || (document.labelled && !plan.scored.has(id));
    const split = learned ? 'train' : document.labelled ? 'test' : null;
    const { category, fields } = document;
    const gold = document.labelled ? { category, fields } : null;
    return [{ id, documentId, split, gold, record }];
  });
}

/**
 * The golden questions about documents that are scored (or about the whole corpus), else the
 * clause questions; and the questions of the recall measure.
 */
export function findQuestions(plan: RunPlan, read: readonly ReadDocument[]): RunQuestions {
  const scored = read.filter(({ id }) => plan.scored.has(id));
  const idOf = new Map(scored.map(({ id, documentId }) => [id, documentId]));
  const clausesOf = new Map(plan.corpus.documents.map(({ id, clauses }) => [id, clauses]));
  const clauses = clauseQuestions(
    scored.map((document) => ({ ...document, clauses: clausesOf.get(document.id) ?? {} })),
    plan.corpus.clauseQuestions,
  );
  const golden = plan.corpus.questions.filter((question) =>
    question.documents.every((id) => idOf.has(id)),
  );
  const asked = golden.map(({ id, question, documents, kind, answer, evidence, answerable }) => ({
    id,
    question,
    documentId: documents.length === 1 ? (idOf.get(documents[0] ?? '') ?? null) : null,
    gold: { kind, answer, evidence, answerable },
  }));
  return {
    asked:
      asked.length > 0
        ? asked
        : clauses.map((clause) => askedClause(clause, clausesOf.get(clause.document) ?? {})),
    retrieval: [...clauses, ...goldenRetrievalQuestions(golden, scored)],
  };
}

function askedClause(
  { id, question, documentId, clause }: RetrievalQuestion,
  spans: Readonly<Record<string, readonly string[]>>,
): AskedQuestion {
  const evidence = spans[clause ?? ''] ?? [];
  const gold = { kind: 'clause', answer: null, evidence, answerable: true };
  return { id, question, documentId, gold };
}
