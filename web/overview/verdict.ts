import type { Report } from '../../lambda/domain/compare/report-schema.ts';
import type { Side } from '../../lambda/domain/document/document.ts';
import { isExtractive, NEEDS_MODEL } from '../format.ts';

/** One question that decides between the sides, and which of them it speaks for. */
export interface Verdict {
  readonly question: string;
  /** As in the sentence above the table: `naming categories`. */
  readonly topic: string;
  readonly mlops: number | null;
  readonly llmops: number | null;
  readonly unit: 'share' | 'usd' | 'count' | 'ms';
  /** Null: too close to call, or nothing to compare. */
  readonly better: Side | null;
  /** Whether the LLMOps figure is the extractive reader's: what a model would do is not known. */
  readonly needsModel: boolean;
  /** Whether both sides have a figure that is their own. */
  readonly isComparable: boolean;
  readonly why: string;
}

/** Two-sided 95 % of the normal distribution. */
const Z = 1.96;
const COMPARED = { needsModel: false, isComparable: true } as const;
/** Costs that differ by less are alike: the projection rests on estimated tokens and times. */
const ALIKE_RATIO = 1.2;

/**
 * What each side is better at, in the order in which a buyer asks; nothing where one side ran. Where
 * the extractive reader read, what a language model decides has no better side, and a side that
 * finished no document is never the better one.
 */
export function verdictsOf(report: Report): readonly Verdict[] {
  const { mlops, llmops } = report.sides;
  if (mlops === null || llmops === null) return [];
  const documents = Math.min(mlops.scored, llmops.scored);
  const share = (
    question: string,
    topic: string,
    values: readonly [number | null, number | null],
    higherIsBetter: boolean,
  ) => compareShares({ question, topic, values, documents, higherIsBetter });
  const decided = [
    share('Which category is it?', 'naming categories', [mlops.accuracy, llmops.accuracy], true),
    share(
      'What do its fields say?',
      'reading fields',
      [mlops.fieldAccuracy.overall, llmops.fieldAccuracy.overall],
      true,
    ),
    share(
      'How much is left to people?',
      'leaving little to people',
      [mlops.reviewRate, llmops.reviewRate],
      false,
    ),
    compareSpurious(mlops.fieldAccuracy.spurious, llmops.fieldAccuracy.spurious),
  ].map((verdict) => (isExtractive(report.reader) ? withoutModel(verdict) : verdict));
  const cost = compareCosts(
    mlops.costUsdPerDocument,
    llmops.costUsdPerDocument,
    mlops.cost.atLeast,
  );
  const nothing = [mlops, llmops].some(({ finished, failed }) => finished === 0 && failed > 0);
  return nothing ? [...decided, cost].map(nothingFinished) : [...decided, cost];
}

/** One sentence a side: what it leads in; then what is too close to call, and what nobody measured. */
export function summarise(verdicts: readonly Verdict[]): readonly string[] {
  const topics = (wanted: (one: Verdict) => boolean) =>
    verdicts.filter(wanted).map(({ topic }) => topic);
  const ahead = (side: Side | null) =>
    topics(({ better, isComparable }) => better === side && isComparable);
  const sentence = (start: string, names: readonly string[], end = '') =>
    names.length === 0 ? [] : [`${start} ${list(names)}${end}.`];
  return [
    ...sentence('MLOps is ahead in', ahead('mlops')),
    ...sentence('LLMOps is ahead in', ahead('llmops')),
    ...sentence('No clear difference in', ahead(null)),
    ...sentence(
      'A comparison in',
      topics(({ needsModel }) => needsModel),
      ` ${NEEDS_MODEL}`,
    ),
  ];
}

function withoutModel(verdict: Verdict): Verdict {
  const why = `${NEEDS_MODEL}: the extractive reader's figure says nothing of one`;
  return { ...verdict, better: null, needsModel: true, isComparable: false, why };
}

function nothingFinished(verdict: Verdict): Verdict {
  return { ...verdict, better: null, isComparable: false, why: 'a side finished no document' };
}

/**
 * Standard error of the difference of two proportions, taken as independent: the sides read the same
 * documents, so that the true error is smaller and the verdict errs to "too close to call".
 */
function compareShares(given: {
  readonly question: string;
  readonly topic: string;
  readonly values: readonly [number | null, number | null];
  readonly documents: number;
  readonly higherIsBetter: boolean;
}): Verdict {
  const { question, topic, documents, higherIsBetter } = given;
  const [mlops, llmops] = given.values;
  const row = { question, topic, mlops, llmops, unit: 'share', ...COMPARED } as const;
  if (mlops === null || llmops === null || documents === 0) return unmeasured(row);
  const variance = (mlops * (1 - mlops) + llmops * (1 - llmops)) / documents;
  const margin = Z * Math.sqrt(variance);
  const difference = mlops - llmops;
  const points = `${Math.abs(difference * 100).toFixed(1)} points`;
  if (Math.abs(difference) <= margin) {
    return {
      ...row,
      better: null,
      why: `${points} apart: too close to call on ${documents} documents`,
    };
  }
  const better = difference > 0 === higherIsBetter ? 'mlops' : 'llmops';
  const what = higherIsBetter ? 'better' : 'less';
  return { ...row, better, why: `${points} ${what}, more than chance on ${documents} documents` };
}

function compareSpurious(mlops: number | null, llmops: number | null): Verdict {
  const row = {
    question: 'How many values are given where there is none?',
    topic: 'giving no false values',
    mlops,
    llmops,
    unit: 'count',
    ...COMPARED,
  } as const;
  if (mlops === null || llmops === null) return unmeasured(row);
  // Counts of rare events: their difference has the variance of their sum (Poisson).
  if (Math.abs(mlops - llmops) <= Z * Math.sqrt(mlops + llmops)) {
    return { ...row, better: null, why: 'too few to tell the sides apart' };
  }
  const better = mlops < llmops ? 'mlops' : 'llmops';
  return { ...row, better, why: 'more than chance' };
}

function compareCosts(mlops: number | null, llmops: number | null, atLeast: boolean): Verdict {
  const row = {
    question: 'What do 1,000 documents cost on AWS?',
    topic: 'cost',
    mlops: thousandfold(mlops),
    llmops: thousandfold(llmops),
    unit: 'usd',
    ...COMPARED,
  } as const;
  if (mlops === null || llmops === null || mlops === 0 || llmops === 0) return unmeasured(row);
  const ratio = llmops / mlops;
  const bound = atLeast ? ', if the lines without a price are small' : '';
  if (ratio > ALIKE_RATIO) {
    return { ...row, better: 'mlops', why: `LLMOps: ${times(ratio)} as much${bound}` };
  }
  if (ratio < 1 / ALIKE_RATIO) {
    return { ...row, better: 'llmops', why: `MLOps: ${times(1 / ratio)} as much${bound}` };
  }
  return { ...row, better: null, why: 'about the same' };
}

function thousandfold(value: number | null): number | null {
  return value === null ? null : value * 1_000;
}

function unmeasured(row: Omit<Verdict, 'better' | 'why'>): Verdict {
  return { ...row, better: null, isComparable: false, why: 'not measured on both sides' };
}

function times(ratio: number): string {
  return `${ratio < 10 ? ratio.toFixed(1) : Math.round(ratio)} ×`;
}

function list(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
