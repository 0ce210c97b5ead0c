import type { RetrievalQuestion } from '../evaluation/measured.ts';
import { spanTargets } from '../evaluation/retrieval-recall.ts';

/** Clauses that stand on the first page and are fields: asking for them measures nothing. */
const NOT_ASKED: ReadonlySet<string> = new Set(['Document Name', 'Parties']);

/** A labelled document with its source text, as read. */
export interface ClauseDocument {
  readonly id: string;
  readonly documentId: string;
  readonly text: string;
  /** Clause name → marked spans. */
  readonly clauses: Readonly<Record<string, readonly string[]>>;
}

/** A golden question, as `questions.jsonl` says it. */
export interface GoldenQuestion {
  readonly id: string;
  readonly question: string;
  readonly documents: readonly string[];
  readonly clause: string | null;
  /** Spans of the document's text that hold the answer. */
  readonly evidence: readonly string[];
  readonly answerable: boolean;
}

/**
 * The questions of the recall measure: for each document, each clause that has a question and a
 * marked span longer than 20 characters. Ids are `<document>/<clause name>`.
 */
export function clauseQuestions(
  documents: readonly ClauseDocument[],
  questions: Readonly<Record<string, string>>,
): readonly RetrievalQuestion[] {
  return documents.flatMap((document) =>
    Object.keys(document.clauses)
      .filter((clause) => !NOT_ASKED.has(clause))
      .toSorted()
      .flatMap((clause) => {
        const question = questions[clause];
        const targets = spanTargets(document.text, document.clauses[clause] ?? []);
        if (question === undefined || targets === null) {
          return [];
        }
        const { id, documentId } = document;
        return [
          {
            id: `${id}/${clause}`,
            document: id,
            documentId,
            question: `${clause}. ${question}`,
            clause,
            targets,
          },
        ];
      }),
  );
}

/**
 * The same of golden questions that name a clause, one document that was read and evidence longer
 * than 20 characters; the others measure answers, not retrieval.
 */
export function goldenRetrievalQuestions(
  golden: readonly GoldenQuestion[],
  documents: readonly Omit<ClauseDocument, 'clauses'>[],
): readonly RetrievalQuestion[] {
  const byId = new Map(documents.map((document) => [document.id, document]));
  return golden.flatMap(({ id, question, documents: about, clause, evidence, answerable }) => {
    const document = about.length === 1 ? byId.get(about[0] ?? '') : undefined;
    if (!document || clause === null || !answerable) {
      return [];
    }
    const targets = spanTargets(document.text, evidence);
    if (targets === null) {
      return [];
    }
    const { documentId } = document;
    return [
      {
        id,
        document: document.id,
        documentId,
        question: `${clause}. ${question}`,
        clause,
        targets,
      },
    ];
  });
}
