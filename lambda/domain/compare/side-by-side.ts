import type { Side } from '../document/document.ts';
import { EXTRACTIVE, NEEDS_MODEL, needsModel } from './report-reasons.ts';
import type { LlmopsReport, MlopsReport, Report } from './report-schema.ts';

export type Unit = 'share' | 'ms' | 'usd' | 'count';

/** One row of the table that the terminal, the console and the report show. */
export interface SideBySideRow {
  /** Path inside a side, such as `fieldAccuracy.overall`. */
  readonly metric: string;
  readonly label: string;
  readonly unit: Unit;
  readonly mlops: SideBySideCell;
  readonly llmops: SideBySideCell;
}

export interface SideBySideCell {
  /** Null: not measured, `note` says why. */
  readonly value: number | null;
  /** Whether the value is a lower bound (costs with unknown prices). */
  readonly atLeast: boolean;
  /** The reader's name where the value depends on it, `projected`, or why there is none. */
  readonly note: string;
  /** `extractive` or the model that the value depends on; null where it depends on no reader. */
  readonly reader: string | null;
  /** Whether the extractive reader made the value where a language model's belongs. */
  readonly needsModel: boolean;
}

type Reading = (side: MlopsReport | LlmopsReport) => number | null | undefined;

const ROWS: readonly (readonly [string, string, Unit, Reading])[] = [
  ['accuracy', 'Category accuracy', 'share', (side) => side.accuracy],
  ['macroF1', 'Category macro F1', 'share', (side) => side.macroF1],
  ['fieldAccuracy.overall', 'Field accuracy', 'share', (side) => side.fieldAccuracy.overall],
  ['fieldAccuracy.spurious', 'Spurious values', 'count', (side) => side.fieldAccuracy.spurious],
  ['reviewRate', 'Sent to review', 'share', (side) => side.reviewRate],
  ['calibrationError', 'Calibration error', 'share', (side) => side.calibrationError],
  ['latencyMs.p50', 'Latency, median', 'ms', (side) => side.latencyMs.p50],
  ['latencyMs.p95', 'Latency, 95th percentile', 'ms', (side) => side.latencyMs.p95],
  ['costUsdPerDocument', 'Cost a document', 'usd', (side) => side.costUsdPerDocument],
  [
    'retrieval.recallAt5',
    'Recall of clauses at 5',
    'share',
    of((side) => side.retrieval.recallAt5),
  ],
  [
    'retrieval.recallAt5Untuned',
    'Recall at 5, untuned',
    'share',
    of((side) => side.retrieval.recallAt5Untuned),
  ],
  [
    'answerQuality.right',
    'Answers that are right',
    'share',
    of((side) => side.answerQuality?.right ?? null),
  ],
  ['answerQuality.f1', 'Answer F1', 'share', of((side) => side.answerQuality?.f1 ?? null)],
  [
    'answerQuality.refusal',
    'Refused rightly',
    'share',
    of((side) => side.answerQuality?.refusal ?? null),
  ],
  ['hallucinationRate', 'Hallucination rate', 'share', of((side) => side.hallucinationRate)],
  ['costUsdPerAnswer', 'Cost an answer', 'usd', of((side) => side.costUsdPerAnswer)],
];

/** Metrics of the retrieval: they are the embedding's and the index's, not the reader's. */
const READERLESS = /^retrieval\./;
const ALL_FAILED = 'the side finished no document';
const NO_READER = { reader: null, needsModel: false } as const;
const NOT_THIS_SIDE = 'the classical side answers no questions';

/** The report's figures, side by side, in the order in which people ask for them. */
export function sideBySide(report: Report): readonly SideBySideRow[] {
  return ROWS.map(([metric, label, unit, reading]) => ({
    metric,
    label,
    unit,
    mlops: cell(report, 'mlops', metric, reading),
    llmops: cell(report, 'llmops', metric, reading),
  }));
}

/** How a reader is named beside a figure: the extractive one is no language model and says so. */
export function readerName(reader: string): string {
  return reader === EXTRACTIVE ? 'extractive reader, not an LLM' : reader;
}

function cell(report: Report, side: Side, metric: string, reading: Reading): SideBySideCell {
  const figures = report.sides[side];
  const value = figures === null ? null : reading(figures);
  const path = `sides.${side}.${metric}`;
  if (figures === null || value === undefined) {
    const note = figures === null ? report.reasons[`sides.${side}`] : NOT_THIS_SIDE;
    return { value: null, atLeast: false, note: note ?? 'not measured', ...NO_READER };
  }
  if (value === null) {
    const whole = report.reasons[path.slice(0, path.lastIndexOf('.'))];
    const note = report.reasons[path] ?? whole ?? 'not measured';
    return { value, atLeast: false, note, ...NO_READER };
  }
  const reader = side === 'llmops' && !READERLESS.test(metric) ? report.reader : null;
  const cost = costOf(figures, metric);
  if (cost) {
    const bound = cost.atLeast ? 'lower bound, ' : '';
    const tokens = reader === null ? '' : `; tokens counted by: ${readerName(reader)}`;
    const note = `${bound}projected on AWS with ${cost.model}${tokens}`;
    return { value, atLeast: cost.atLeast, note, reader, needsModel: false };
  }
  const isStandIn = needsModel(report.reader, side, metric);
  const notes = [
    ...(isStandIn ? [NEEDS_MODEL] : []),
    ...(figures.finished === 0 && figures.failed > 0 ? [ALL_FAILED] : []),
    ...(reader === null ? [] : [readerName(reader)]),
    ...(metric.startsWith('latencyMs.') ? ['on this machine'] : []),
  ];
  return { value, atLeast: false, note: notes.join(', '), reader, needsModel: isStandIn };
}

function costOf(side: MlopsReport | LlmopsReport, metric: string): MlopsReport['cost'] | null {
  if (metric === 'costUsdPerDocument') {
    return side.cost;
  }
  return metric === 'costUsdPerAnswer' && 'answerCost' in side ? side.answerCost : null;
}

/** A figure that only the language model's side has; undefined on the other. */
function of(reading: (side: LlmopsReport) => number | null): Reading {
  return (side) => ('retrieval' in side ? reading(side) : undefined);
}
