import type { GoldAnswer, MeasuredAnswer } from './measured.ts';
import { type AnswerScore, scoreAnswer } from './answer-score.ts';
import { meanInterval, type MeanInterval } from './bootstrap.ts';

/** What an answer is worth, with what of the golden question decides where it counts. */
export interface ScoredAnswer {
  readonly gold: Pick<GoldAnswer, 'kind' | 'answerable'>;
  readonly score: AnswerScore;
}

/** Figures of answers; null where no question can tell. */
export interface AnswerQuality {
  /** Questions with gold. */
  readonly scored: number;
  /** Of all of them, right refusals included. */
  readonly right: number | null;
  /** 95 %, bootstrap over questions. */
  readonly rightInterval: readonly [low: number, high: number] | null;
  readonly exactMatch: number | null;
  readonly f1: number | null;
  readonly citationPrecision: number | null;
  readonly citationRecall: number | null;
  readonly factuality: number | null;
  readonly relevance: number | null;
  /** Of the questions that the corpus does not answer. */
  readonly refusal: number | null;
  /** Of the questions that the corpus answers: nothing was answered. */
  readonly falseRefusal: number | null;
  readonly byKind: Readonly<Record<string, { readonly questions: number; readonly right: number }>>;
}

/** Figure → its value for one answer; null where the answer has none. */
export const ANSWER_FIGURES = {
  right: ({ score }) => Number(score.right),
  exactMatch: ({ score }) => (score.exactMatch === null ? null : Number(score.exactMatch)),
  f1: ({ score }) => score.f1,
  citationPrecision: ({ score }) => score.citationPrecision,
  citationRecall: ({ score }) => score.citationRecall,
  factuality: ({ score }) => score.factuality,
  relevance: ({ score }) => score.relevance,
  refusal: ({ score, gold }) => (gold.answerable ? null : Number(score.right)),
  falseRefusal: ({ score, gold }) => (gold.answerable ? Number(score.refused) : null),
} as const satisfies Readonly<Record<string, (scored: ScoredAnswer) => number | null>>;
export type AnswerFigure = keyof typeof ANSWER_FIGURES;
const FIGURES = [
  'right',
  'exactMatch',
  'f1',
  'citationPrecision',
  'citationRecall',
  'factuality',
  'relevance',
  'refusal',
  'falseRefusal',
] as const satisfies readonly AnswerFigure[];

/** Each answer that has gold, scored. */
export function scoreAnswers(answers: readonly MeasuredAnswer[]): readonly ScoredAnswer[] {
  return answers.flatMap((measured) => {
    const { gold } = measured;
    return gold === null ? [] : [{ gold, score: scoreAnswer(measured, gold) }];
  });
}

/** Figure → mean with its interval; figures that no answer has are left out. */
export function figureIntervals(
  scored: readonly ScoredAnswer[],
): ReadonlyMap<AnswerFigure, MeanInterval & { readonly questions: number }> {
  return new Map(
    FIGURES.flatMap((figure) => {
      const values = valuesOf(scored, figure);
      const found = meanInterval(values);
      return found === null ? [] : [[figure, { ...found, questions: values.length }] as const];
    }),
  );
}

/** Null where no question has gold. */
export function answerQuality(answers: readonly MeasuredAnswer[]): AnswerQuality | null {
  const scored = scoreAnswers(answers);
  if (scored.length === 0) return null;
  const means = figureIntervals(scored);
  const mean = (figure: AnswerFigure) => means.get(figure)?.mean ?? null;
  return {
    scored: scored.length,
    right: mean('right'),
    exactMatch: mean('exactMatch'),
    f1: mean('f1'),
    citationPrecision: mean('citationPrecision'),
    citationRecall: mean('citationRecall'),
    factuality: mean('factuality'),
    relevance: mean('relevance'),
    refusal: mean('refusal'),
    falseRefusal: mean('falseRefusal'),
    rightInterval: means.get('right')?.interval ?? null,
    byKind: kindsOf(scored),
  };
}

function valuesOf(scored: readonly ScoredAnswer[], figure: AnswerFigure): readonly number[] {
  return scored.map(ANSWER_FIGURES[figure]).filter((value) => value !== null);
}

/** Kind of question → how many there are, and the share that is right. */
export function kindsOf(scored: readonly ScoredAnswer[]): AnswerQuality['byKind'] {
  const kinds = [...new Set(scored.map(({ gold }) => gold.kind))].toSorted();
  return Object.fromEntries(
    kinds.map((kind) => {
      const those = scored.filter(({ gold }) => gold.kind === kind);
      const right = those.filter(({ score }) => score.right).length;
      return [kind, { questions: those.length, right: right / those.length }];
    }),
  );
}
