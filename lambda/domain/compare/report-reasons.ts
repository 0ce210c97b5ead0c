import type { Side } from '../document/document.ts';
import type { Report } from './report-schema.ts';
import type { RunMeasurement } from './run-measurement.ts';

/** The local reader's name: it is no language model. */
export const EXTRACTIVE = 'extractive';

/** What stands beside a figure of quality that the extractive reader made, and for the model's own. */
export const NEEDS_MODEL = 'needs a language model';
/** Figures that a language model decides: what it names, reads, is sure of and makes up. */
const DECIDED_BY_MODEL =
  /^(?:accuracy|macroF1|fieldAccuracy\.(?:overall|spurious)|reviewRate|calibrationError|hallucinationRate|answerQuality\.\w+)$/;

const NO_LABELS = 'the corpus has no labels for the documents that are scored';
const NO_FIELDS = 'the corpus has no field labels for the documents that are scored';
const NO_DOCUMENTS = 'no document was read';
const NOT_DONE = 'the side finished no document';
const NO_MODEL = 'no language model ran: the reader is extractive';
const NO_VALUE = 'no scored document has a label for this field';
const NEITHER = 'neither side gives a value for this field';

/** Last part of a path → why it is null; asked from the whole path to its shortest end. */
const REASONS: Readonly<Record<string, string>> = {
  accuracy: NO_LABELS,
  macroF1: NO_LABELS,
  byCategory: NO_LABELS,
  confusion: NO_LABELS,
  calibrationError: NO_LABELS,
  'fieldAccuracy.overall': NO_FIELDS,
  'fieldAccuracy.spurious': NO_FIELDS,
  reviewRate: NO_DOCUMENTS,
  'latencyMs.p50': NOT_DONE,
  'latencyMs.p95': NOT_DONE,
  costUsdPerDocument: NO_DOCUMENTS,
  costUsdPerAnswer: 'no question was asked',
  'retrieval.recallAt5Untuned': 'the corpus has no clause questions for the documents scored',
  'retrieval.recallAt5': 'nothing was learned from clauses of a training corpus, or none is asked',
  hallucinationRate: 'no answer was given',
  answerQuality: 'no question with a golden answer was asked',
  'answerQuality.exactMatch': 'no golden answer is known word for word',
  'answerQuality.f1': 'no golden answer or evidence is known',
  'answerQuality.citationPrecision': 'no answer cites and has golden evidence',
  'answerQuality.citationRecall': 'no answer was given whose golden evidence is known',
  'answerQuality.factuality': 'no answer states a number, a date or a name',
  'answerQuality.relevance': 'no answer was given',
  'answerQuality.refusal': 'the corpus has no question that it does not answer',
  'answerQuality.falseRefusal': 'the corpus has no question that it answers',
  agreement: 'one side was left out: there is nothing to compare',
  'agreement.category': 'no document was finished by both sides',
  'versions.commit': 'the code does not stand in a git checkout',
  'versions.trainingCorpus': 'one corpus was split: there is no other',
  'versions.model': 'the classical side was left out',
  'versions.release': 'the LLM side was left out',
  'versions.guardrail': 'the side with the guardrail was left out',
};

/**
 * Whether a figure of a side, by its path inside it, is the extractive reader's where a language
 * model's belongs: it says nothing of what one would do.
 */
export function needsModel(reader: string, side: Side, metric: string): boolean {
  return side === 'llmops' && reader === EXTRACTIVE && DECIDED_BY_MODEL.test(metric);
}

/**
 * Why each null of the report is null, by its path (`sides.llmops.latencyMs.p50`); and, although
 * they are no null, why a cost is a lower bound and which figures need a language model.
 */
export function reportReasons(
  report: Omit<Report, 'reasons'>,
  run: RunMeasurement,
): Readonly<Record<string, string>> {
  const reasons: Record<string, string> = {};
  for (const path of nullPaths(report, '')) {
    reasons[path] = reasonOf(path, report, run);
  }
  for (const side of ['mlops', 'llmops'] as const) {
    const unknown = unknownLines(report, side);
    const path = `sides.${side}.costUsdPerDocument`;
    if (unknown.length > 0 && reasons[path] === undefined) {
      reasons[path] = `lower bound: no price or quantity is known for ${unknown.join(', ')}`;
    }
  }
  return { ...modelReasons(report), ...reasons };
}

function modelReasons({ reader, sides }: Omit<Report, 'reasons'>): Record<string, string> {
  if (sides.llmops === null) return {};
  const metrics = [
    ...Object.keys(sides.llmops),
    ...Object.keys(sides.llmops.fieldAccuracy).map((name) => `fieldAccuracy.${name}`),
    ...Object.keys(sides.llmops.answerQuality ?? {}).map((name) => `answerQuality.${name}`),
  ];
  return Object.fromEntries(
    metrics
      .filter((metric) => needsModel(reader, 'llmops', metric))
      .map((metric) => [
        `sides.llmops.${metric}`,
        `${NEEDS_MODEL}: the figure is the extractive reader's`,
      ]),
  );
}

function reasonOf(path: string, report: Omit<Report, 'reasons'>, run: RunMeasurement): string {
  const [root, side, ...rest] = path.split('.');
  if (root === 'sides' && rest.length === 0) {
    return `the side was left out (--sides ${run.sides.join(',')})`;
  }
  if (side === 'llmops' && rest[0] === 'latencyMs' && run.reader === EXTRACTIVE) {
    return NO_MODEL;
  }
  if (path.includes('.lines.')) {
    return lineNote(path, report);
  }
  if (path.includes('.byField.')) {
    return NO_VALUE;
  }
  if (path.startsWith('agreement.fields.')) {
    return NEITHER;
  }
  const reasons = { ...REASONS, ...run.reasons };
  return reasons[path] ?? reasons[rest.join('.')] ?? 'not measured';
}

function lineNote(path: string, report: Omit<Report, 'reasons'>): string {
  const [, side, cost, , index] = path.split('.');
  const lines =
    side === 'llmops' && cost === 'answerCost'
      ? report.sides.llmops?.answerCost.lines
      : report.sides[side === 'llmops' ? 'llmops' : 'mlops']?.cost.lines;
  return lines?.[Number(index)]?.note ?? 'not measured';
}

function unknownLines(report: Omit<Report, 'reasons'>, side: Side): string[] {
  const lines = report.sides[side]?.cost.lines ?? [];
  return lines.filter((line) => line.usd === null).map((line) => line.item);
}

function nullPaths(value: unknown, path: string): string[] {
  if (value === null) {
    return [path];
  }
  if (typeof value !== 'object') {
    return [];
  }
  return Object.entries(value ?? {}).flatMap(([key, inner]) =>
    nullPaths(inner, path === '' ? key : `${path}.${key}`),
  );
}
