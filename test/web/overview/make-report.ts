import type {
  LlmopsReport,
  MlopsReport,
  Report,
} from '../../../lambda/domain/compare/report-schema.ts';

type Pair = readonly [mlops: number | null, llmops: number | null];

/** A report of two sides that are alike but for the given figures. */
export function makeReport(given: {
  readonly scored: number;
  readonly accuracy?: Pair;
  readonly reviewRate?: Pair;
  readonly costs?: Pair;
  /** @default a language model's */
  readonly reader?: string;
  readonly finished?: readonly [mlops: number, llmops: number];
}): Report {
  return {
    $schema: 'urn:strata:report:1',
    documents: given.scored,
    sides: { mlops: makeMlops(given, 0), llmops: makeLlmops(given) },
    agreement: null,
    reader: given.reader ?? 'some-model',
    versions: {
      commit: null,
      corpus: 'c',
      trainingCorpus: null,
      model: null,
      release: null,
      prompts: {},
      guardrail: null,
      configuration: 'c',
    },
    rejected: { count: 0, byReason: {}, documents: [] },
    reasons: {},
  };
}

function makeMlops(given: Parameters<typeof makeReport>[0], side: 0 | 1): MlopsReport {
  const pick = (pair: Pair | undefined) => (pair === undefined ? 0.5 : pair[side]);
  return {
    scored: given.scored,
    finished: given.finished?.[side] ?? given.scored,
    failed: given.scored - (given.finished?.[side] ?? given.scored),
    accuracy: pick(given.accuracy),
    macroF1: null,
    byCategory: null,
    confusion: null,
    fieldAccuracy: { overall: 0.5, byField: {}, spurious: 1 },
    reviewRate: pick(given.reviewRate),
    calibrationError: null,
    latencyMs: { p50: null, p95: null },
    costUsdPerDocument: pick(given.costs),
    cost: makeCost(),
  };
}

function makeLlmops(given: Parameters<typeof makeReport>[0]): LlmopsReport {
  const none = { inputTokens: 0, outputTokens: 0 };
  return {
    ...makeMlops(given, 1),
    retrieval: { recallAt5: null, recallAt5Untuned: null, questions: 0 },
    answerQuality: null,
    hallucinationRate: null,
    answers: { asked: 0, answered: 0, noAnswer: 0, blocked: 0, failed: 0, answeredUnanswerable: 0 },
    tokens: { documents: none, answers: none },
    costUsdPerAnswer: null,
    answerCost: makeCost(),
  };
}

function makeCost(): MlopsReport['cost'] {
  return {
    projected: true,
    model: 'm',
    profile: 'student',
    documentsPerMonth: 50_000,
    atLeast: false,
    lines: [],
  };
}
