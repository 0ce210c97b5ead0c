import type { FieldValue, Side } from '../document/document.ts';
import type { CharacterRange } from '../text/character-range.ts';
import { EXTRACTIVE } from './report-reasons.ts';
import { type AnswerLine, answerLine } from '../evaluation/answer-line.ts';
import { isHit, RECALL_CHUNKS } from '../evaluation/retrieval-recall.ts';
import type { RunMeasurement } from './run-measurement.ts';
import { countedDocuments, doneResult, valuesOf } from './scored-documents.ts';

/** One line of `predictions.jsonl`; nulls where the side failed. */
export interface PredictionLine {
  readonly id: string;
  readonly side: Side;
  readonly category: string | null;
  readonly confidence: number | null;
  readonly fields: Readonly<Record<string, FieldValue>>;
  /** Null where the side failed, and of a language model's side where none ran. */
  readonly latencyMs: number | null;
}

/** One line of `retrieval.jsonl`: ranges into the document's source text, best first. */
export interface RetrievalLine {
  /** Id of the question. */
  readonly id: string;
  readonly document: string;
  readonly chunks: readonly CharacterRange[];
  /** One of them covers a marked span. */
  readonly hit: boolean;
}

/** A line a document and side, in the order of the corpus: all that the report's figures count. */
export function predictionLines(run: RunMeasurement): readonly PredictionLine[] {
  return countedDocuments(run).flatMap((document) =>
    run.sides.map((side) => {
      const result = doneResult(document, side);
      const measured = side === 'mlops' || run.reader !== EXTRACTIVE;
      return {
        id: document.id,
        side,
        category: result?.classification.category ?? null,
        confidence: result?.classification.confidence ?? null,
        fields: valuesOf(result),
        latencyMs: measured ? (result?.durationMs ?? null) : null,
      };
    }),
  );
}

/** What `recallAt5` counts; what `recallAt5Untuned` counts where nothing was learned. */
export function retrievalLines(run: RunMeasurement): readonly RetrievalLine[] {
  return run.retrieval.map(({ question, tuned, untuned }) => ({
    id: question.id,
    document: question.document,
    chunks: (tuned ?? untuned).slice(0, RECALL_CHUNKS),
    hit: isHit(question.targets, tuned ?? untuned),
  }));
}

/** A line a question that was asked, in the order of the corpus. */
export function answerLines(run: RunMeasurement): readonly AnswerLine[] {
  return run.answers.map(answerLine);
}

/** One JSON object a line, the last one ended too. */
export function jsonLines(lines: readonly object[]): string {
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}
