import type { Side } from '../document/document.ts';
import { agreement } from './agreement.ts';
import { unsureFields } from '../compliance/review-decision.ts';
import { percentile } from '../evaluation/distribution.ts';
import { answerQuality } from '../evaluation/answer-quality.ts';
import { hallucinationRate } from '../evaluation/hallucination-rate.ts';
import { answerCost, llmopsCost, sumUsage, usageOf } from './llmops-cost.ts';
import { mlopsCost } from './mlops-cost.ts';
import type { Projection } from './projected-cost.ts';
import { EXTRACTIVE, reportReasons } from './report-reasons.ts';
import {
  type LlmopsReport,
  type MlopsReport,
  REPORT_SCHEMA_ID,
  type Report,
  reportSchema,
} from './report-schema.ts';
import { retrievalRecall } from '../evaluation/retrieval-recall.ts';
import type { MeasuredDocument, RunMeasurement } from './run-measurement.ts';
import type { MeasuredAnswer } from '../evaluation/measured.ts';
import { countedDocuments, doneResult, quality } from './scored-documents.ts';

/**
 * `report.json` of a run; `docs/report.md` says what each figure means.
 * @throws ZodError when the measurement makes a figure that the schema forbids (a defect).
 */
export function buildReport(run: RunMeasurement): Report {
  const documents = countedDocuments(run);
  const report: Omit<Report, 'reasons'> = {
    $schema: REPORT_SCHEMA_ID,
    documents: run.documents.length,
    sides: {
      mlops: run.sides.includes('mlops') ? mlopsReport(documents, run) : null,
      llmops: run.sides.includes('llmops') ? llmopsReport(documents, run) : null,
    },
    agreement: run.sides.length < 2 ? null : agreementOf(documents, run),
    reader: run.reader,
    versions: { ...run.versions },
    rejected: {
      count: run.rejected.length,
      byReason: countBy(run.rejected.map((document) => document.code)),
      documents: [...run.rejected],
    },
  };
  return reportSchema.parse({ ...report, reasons: reportReasons(report, run) });
}

function mlopsReport(documents: readonly MeasuredDocument[], run: RunMeasurement): MlopsReport {
  const records = documents.map((document) => document.record);
  return sideReport('mlops', documents, run, mlopsCost(records, run.cost));
}

function llmopsReport(documents: readonly MeasuredDocument[], run: RunMeasurement): LlmopsReport {
  const records = documents.map((document) => document.record);
  const side = sideReport('llmops', documents, run, llmopsCost(records, run.cost));
  const perAnswer = answerCost(run.answers, run.cost);
  return {
    ...side,
    latencyMs: run.reader === EXTRACTIVE ? { p50: null, p95: null } : side.latencyMs,
    retrieval: retrievalRecall(run.retrieval),
    answerQuality: answerQuality(run.answers),
    hallucinationRate: hallucinationRate(run.answers),
    answers: countAnswers(run.answers),
    tokens: {
      documents: sumUsage(records.flatMap(usageOf)),
      answers: sumUsage(run.answers.map(({ answer }) => answer.usage)),
    },
    costUsdPerAnswer: run.answers.length === 0 ? null : perAnswer.usd,
    answerCost: perAnswer.cost,
  };
}

function sideReport(
  side: Side,
  documents: readonly MeasuredDocument[],
  run: RunMeasurement,
  projection: Projection,
): MlopsReport {
  const results = documents.map((document) => doneResult(document, side));
  const done = results.filter((result) => result !== null);
  const latencies = done.map((result) => result.durationMs);
  const unsure = results.filter(
    (result) =>
      result === null ||
      result.classification.confidence < run.gates.reviewConfidence ||
      unsureFields(result.extraction.fields, run.gates).length > 0,
  );
  return {
    ...quality(documents, side, run.fieldTypes),
    finished: done.length,
    failed: results.length - done.length,
    reviewRate: results.length === 0 ? null : unsure.length / results.length,
    latencyMs: { p50: percentile(latencies, 0.5), p95: percentile(latencies, 0.95) },
    costUsdPerDocument: results.length === 0 ? null : projection.usd,
    cost: projection.cost,
  };
}

function agreementOf(
  documents: readonly MeasuredDocument[],
  run: RunMeasurement,
): Report['agreement'] {
  const both = agreement(
    documents.map((document) => document.record),
    run.fieldTypes,
  );
  return { ...both, fields: { ...both.fields } };
}

function countAnswers(answers: readonly MeasuredAnswer[]): LlmopsReport['answers'] {
  const counts = countBy(answers.map(({ answer }) => answer.status));
  return {
    asked: answers.length,
    answered: counts['answered'] ?? 0,
    noAnswer: counts['no-answer'] ?? 0,
    blocked: counts['blocked'] ?? 0,
    failed: counts['failed'] ?? 0,
    answeredUnanswerable: answers.filter(
      (one) => one.gold?.answerable === false && one.answer.status === 'answered',
    ).length,
  };
}

function countBy(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names.toSorted()) {
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}
