import type { AnswerFigure } from '../../lambda/domain/evaluation/answer-quality.ts';
import { readerName } from '../../lambda/domain/compare/side-by-side.ts';
import type { Evaluation } from './evaluation.ts';

/** A table as every form of the evaluation shows it: cells are texts, the first one names the row. */
export interface EvaluationTable {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const LABELS: Readonly<Record<AnswerFigure | 'recallAt5' | 'recallAt5Untuned', string>> = {
  right: 'Answers that are right',
  exactMatch: 'Exact match',
  f1: 'F1 of words',
  citationPrecision: 'Citations that stand on evidence',
  citationRecall: 'Evidence that is cited',
  factuality: 'Facts that the cited passages hold',
  relevance: 'Words of the question spoken of',
  refusal: 'Refused rightly',
  falseRefusal: 'Refused although the corpus says it',
  recallAt5: 'Recall of clauses at 5',
  recallAt5Untuned: 'Recall of clauses at 5, untuned',
};
/** Below it a difference is called one. */
const SIGNIFICANT = 0.05;

/** What ran, in one line. */
export function evaluationTitle({ reader, versions }: Evaluation): string {
  const commit = versions.commit === null ? '' : `, code ${versions.commit.slice(0, 10)}`;
  return `Reader: ${readerName(reader)}; configuration ${versions.configuration.slice(0, 12)}, corpus ${versions.corpus.slice(0, 12)}${commit}`;
}

export function evaluationTables(evaluation: Evaluation): readonly EvaluationTable[] {
  const { answers, retrieval, against } = evaluation;
  return [
    ...(answers === null ? [] : [figures('Answers', answers.figures), kinds(answers.byKind)]),
    ...(retrieval === null ? [] : [figures('Retrieval', retrieval.figures)]),
    ...(retrieval?.learned
      ? [
          differences('What was learned of clauses, over what was not', {
            recallAt5: retrieval.learned,
          }),
        ]
      : []),
    ...(against === null
      ? []
      : [
          differences(
            `Less those of ${readerName(against.reader)}, configuration ${against.versions.configuration.slice(0, 12)}`,
            against.figures,
          ),
        ]),
  ];
}

function figures(
  title: string,
  found: Readonly<
    Record<
      string,
      {
        readonly mean: number;
        readonly interval: readonly [number, number];
        readonly questions: number;
      }
    >
  >,
): EvaluationTable {
  return {
    title,
    head: ['', 'mean', '95 % interval', 'questions'],
    rows: Object.entries(found).map(([name, { mean, interval, questions }]) => [
      labelOf(name),
      share(mean),
      between(interval),
      String(questions),
    ]),
  };
}

function kinds(
  byKind: Readonly<Record<string, { readonly questions: number; readonly right: number }>>,
): EvaluationTable {
  return {
    title: 'Answers by kind of question',
    head: ['', 'right', 'questions'],
    rows: Object.entries(byKind).map(([kind, { right, questions }]) => [
      kind,
      share(right),
      String(questions),
    ]),
  };
}

function differences(
  title: string,
  found: NonNullable<Evaluation['against']>['figures'],
): EvaluationTable {
  return {
    title,
    head: ['', 'difference', '95 % interval', 'p', 'questions', 'reads'],
    rows: Object.entries(found).map(([name, { mean, interval, p, pairs }]) => [
      labelOf(name),
      share(mean, true),
      between(interval),
      p < 0.001 ? '< 0.001' : p.toFixed(3),
      String(pairs),
      p < SIGNIFICANT ? (mean > 0 ? 'higher' : 'lower') : 'no difference shown',
    ]),
  };
}

function labelOf(name: string): string {
  return Object.entries(LABELS).find(([key]) => key === name)?.[1] ?? name;
}

function between([low, high]: readonly [number, number]): string {
  return `${share(low)} to ${share(high)}`;
}

function share(value: number, signed = false): string {
  const text = (value * 100).toFixed(1);
  return `${signed && value > 0 ? '+' : ''}${text} %`;
}
