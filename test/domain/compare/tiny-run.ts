import { models } from '../../../config/models.ts';
import { prices } from '../../../config/prices.ts';
import { student } from '../../../config/student.ts';
import type {
  MeasuredDocument,
  RunMeasurement,
} from '../../../lambda/domain/compare/run-measurement.ts';
import type {
  MeasuredAnswer,
  MeasuredRetrieval,
} from '../../../lambda/domain/evaluation/measured.ts';
import type {
  DocumentRecord,
  FieldValue,
  SideResult,
} from '../../../lambda/domain/document/document.ts';

/** A side's result with 100 input and 10 output tokens a step. */
export function done(
  side: 'mlops' | 'llmops',
  category: string,
  confidence: number,
  values: Readonly<Record<string, FieldValue>>,
  durationMs = 10,
): SideResult {
  const usage = { inputTokens: 100, outputTokens: 10 };
  const fields = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, { value, confidence: 1, spans: [] }]),
  );
  return {
    side,
    status: 'done',
    classification: { category, confidence, alternatives: [], model: 'm', usage, durationMs },
    extraction: { fields, model: 'm', usage, durationMs: 0 },
    durationMs,
  };
}

export const failed = (side: 'mlops' | 'llmops'): SideResult => ({
  side,
  status: 'failed',
  error: { name: 'UnavailableError', message: 'busy' },
});

export function measured(
  id: string,
  gold: MeasuredDocument['gold'],
  results: DocumentRecord['results'],
  split: MeasuredDocument['split'] = null,
): MeasuredDocument {
  const record: DocumentRecord = {
    tenant: 'local',
    documentId: `d-${id}`,
    name: `${id}.txt`,
    receivedAt: '2026-01-01T00:00:00.000Z',
    status: 'recorded',
    method: id === 'scan' ? 'ocr' : 'text',
    description: { title: id, language: 'en', pages: 2, characters: 3_000, words: 600, quality: 1 },
    results,
  };
  return { id, documentId: record.documentId, split, gold, record };
}

export function answered(text: string, citedTexts: readonly string[]): MeasuredAnswer {
  return {
    id: 'q1',
    citedTexts,
    gold: { kind: 'numeric', answer: '5.00', evidence: ['Total: 5.00'], answerable: true },
    answer: {
      tenant: 'local',
      interactionId: 'i1',
      askedAt: '2026-01-01T00:00:00.000Z',
      question: 'What is the total?',
      documentId: null,
      status: 'answered',
      text,
      citations: [],
      retrieved: [],
      guardrail: { id: 'g', version: '1', triggers: [] },
      prompt: { name: 'answer-question', version: 1, hash: 'abc' },
      reader: 'extractive',
      fallback: 'none',
      usage: { inputTokens: 1_000, outputTokens: 100 },
      costUsd: null,
      askedBy: null,
      clause: null,
      configuration: null,
      withheld: [],
      grounding: 1,
      cause: null,
      guardrailUse: { calls: 1, textUnits: 1, groundingUnits: 1 },
      guardrailCostUsd: null,
      firstTokenMs: 3,
      firstReleaseMs: 5,
      durationMs: 5,
    },
  };
}

export function retrieved(
  targets: MeasuredRetrieval['question']['targets'],
  untuned: MeasuredRetrieval['untuned'],
  tuned: MeasuredRetrieval['tuned'] = null,
): MeasuredRetrieval {
  const question = 'Governing Law. Whose law governs?';
  return {
    question: { id: 'a/Law', document: 'a', documentId: 'd-a', question, clause: 'Law', targets },
    tuned,
    untuned,
  };
}

/**
 * Three scored documents and one that was learned from.
 *
 * | id   | gold | mlops          | llmops         | total: gold, mlops, llmops |
 * |------|------|----------------|----------------|----------------------------|
 * | a    | x    | x (0.9, 10 ms) | x (0.5)        | 5.00, 5, 5.00              |
 * | b    | x    | y (0.5, 20 ms) | x (0.7)        | 7.00, 8.00, –              |
 * | scan | y    | y (0.8, 40 ms) | failed         | none, 1.00, –              |
 */
export function tinyRun(changes: Partial<RunMeasurement> = {}): RunMeasurement {
  return {
    sides: ['mlops', 'llmops'],
    documents: [
      measured(
        'a',
        { category: 'x', fields: { total: '5.00' } },
        {
          mlops: done('mlops', 'x', 0.9, { total: '5' }, 10),
          llmops: done('llmops', 'x', 0.5, { total: '5.00' }),
        },
      ),
      measured(
        'b',
        { category: 'x', fields: { total: '7.00' } },
        {
          mlops: done('mlops', 'y', 0.5, { total: '8.00' }, 20),
          llmops: done('llmops', 'x', 0.7, {}),
        },
      ),
      measured(
        'scan',
        { category: 'y', fields: { total: null } },
        {
          mlops: done('mlops', 'y', 0.8, { total: '1.00' }, 40),
          llmops: failed('llmops'),
        },
      ),
      measured(
        'learned',
        { category: 'x', fields: {} },
        {
          mlops: done('mlops', 'x', 1, {}),
          llmops: done('llmops', 'y', 1, {}),
        },
        'train',
      ),
    ],
    rejected: [{ id: 'bad', code: 'corrupt', message: 'a PDF must have a trailer' }],
    fieldTypes: { total: 'amount', unused: 'text' },
    answers: [
      answered('The total is 5.00.', ['Total: 5.00']),
      answered('The total is 6.00.', ['Total: 5.00']),
    ],
    retrieval: [
      retrieved([[10, 130]], [[0, 200]], [[0, 200]]),
      retrieved([[10, 130]], [[0, 100]], [[0, 200]]),
    ],
    reader: 'extractive',
    gates: { reviewConfidence: 0.6, fieldConfidence: 0 },
    versions: {
      commit: 'c0ffee',
      corpus: 'abc',
      trainingCorpus: null,
      model: 'm1',
      release: null,
      prompts: { 'answer-question.v1': 'abc' },
      guardrail: { id: 'g', version: '1' },
      configuration: 'def',
    },
    cost: { prices, models, profile: student },
    ...changes,
  };
}
