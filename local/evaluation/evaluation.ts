import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { type Report, reportSchema } from '../../lambda/domain/compare/report-schema.ts';
import { type AnswerLine, answerLineSchema } from '../../lambda/domain/evaluation/answer-line.ts';
import {
  ANSWER_FIGURES,
  type AnswerFigure,
  type AnswerQuality,
  figureIntervals,
  kindsOf,
  type ScoredAnswer,
} from '../../lambda/domain/evaluation/answer-quality.ts';
import {
  meanInterval,
  type MeanInterval,
  pairedDifference,
  type PairedDifference,
} from '../../lambda/domain/evaluation/bootstrap.ts';
import { InvalidInputError } from '../../lambda/errors.ts';

export const EVALUATION_SCHEMA_ID = 'urn:strata:evaluation:1';
export type Evaluated = 'answers' | 'retrieval';

const retrievalLineSchema = z.looseObject({
  id: z.string(),
  document: z.string(),
  hit: z.boolean(),
});
type RetrievalLine = z.infer<typeof retrievalLineSchema>;

/** What a run left to evaluate. */
export interface EvaluatedRun {
  readonly report: Report;
  readonly answers: readonly AnswerLine[];
  readonly retrieval: readonly RetrievalLine[];
  readonly untuned: readonly RetrievalLine[];
}

/** Of a figure, over so many questions that can tell. */
export type Figure = MeanInterval & { readonly questions: number };

/** `evaluation.json`. */
export interface Evaluation {
  readonly $schema: typeof EVALUATION_SCHEMA_ID;
  readonly reader: string;
  readonly versions: Report['versions'];
  /** Null: not asked for, or no question with gold was asked. */
  readonly answers: {
    readonly figures: Readonly<Partial<Record<AnswerFigure, Figure>>>;
    readonly byKind: AnswerQuality['byKind'];
  } | null;
  /** Recall at five of marked clauses. */
  readonly retrieval: {
    readonly figures: Readonly<Partial<Record<'recallAt5' | 'recallAt5Untuned', Figure>>>;
    /** What was learned of clauses, over what was not, question by question. */
    readonly learned: PairedDifference | null;
  } | null;
  readonly against: Against | null;
}

/** The figures of this run less those of the other, over the questions that both were asked. */
export interface Against {
  readonly reader: string;
  readonly versions: Report['versions'];
  readonly figures: Readonly<Record<string, PairedDifference>>;
}

/**
 * What `strata run` wrote into a folder.
 * @throws InvalidInputError naming the file that is missing or is no run's
 */
export function readEvaluatedRun(folder: string): EvaluatedRun {
  const lines = <T>(name: string, schema: z.ZodType<T>) =>
    read(folder, name)
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => parsed(folder, name, line, schema));
  return {
    report: parsed(folder, 'report.json', read(folder, 'report.json'), reportSchema),
    answers: lines('answers.jsonl', answerLineSchema),
    retrieval: lines('retrieval.jsonl', retrievalLineSchema),
    untuned: lines('retrieval-untuned.jsonl', retrievalLineSchema),
  };
}

/** The figures of a run with their intervals, and beside those of another. */
export function evaluate(
  run: EvaluatedRun,
  what: readonly Evaluated[],
  other: EvaluatedRun | null,
): Evaluation {
  return {
    $schema: EVALUATION_SCHEMA_ID,
    reader: run.report.reader,
    versions: run.report.versions,
    answers: what.includes('answers') ? answersOf(run) : null,
    retrieval: what.includes('retrieval') ? retrievalOf(run) : null,
    against: other === null ? null : againstOf(run, other, what),
  };
}

function answersOf({ answers }: EvaluatedRun): Evaluation['answers'] {
  const scored = answers.flatMap(scoredOf);
  if (scored.length === 0) return null;
  return { figures: Object.fromEntries(figureIntervals(scored)), byKind: kindsOf(scored) };
}

function retrievalOf({ retrieval, untuned, report }: EvaluatedRun): Evaluation['retrieval'] {
  const figure = (lines: readonly RetrievalLine[]) => {
    const found = meanInterval(lines.map(({ hit }) => Number(hit)));
    return found === null ? null : { ...found, questions: lines.length };
  };
  const without = figure(untuned);
  if (without === null) return null;
  const learned = report.sides.llmops?.retrieval.recallAt5 === null ? null : figure(retrieval);
  return {
    figures: { ...(learned ? { recallAt5: learned } : {}), recallAt5Untuned: without },
    learned: learned === null ? null : pairedDifference(hitPairs(untuned, retrieval)),
  };
}

function againstOf(run: EvaluatedRun, other: EvaluatedRun, what: readonly Evaluated[]): Against {
  const figures: Record<string, PairedDifference> = {};
  if (what.includes('answers')) {
    for (const [name, figure] of Object.entries(ANSWER_FIGURES)) {
      const difference = pairedDifference(answerPairs(other, run, figure));
      if (difference !== null) figures[name] = difference;
    }
  }
  if (what.includes('retrieval')) {
    const difference = pairedDifference(hitPairs(other.retrieval, run.retrieval));
    if (difference !== null) figures['recallAt5'] = difference;
  }
  return { reader: other.report.reader, versions: other.report.versions, figures };
}

function answerPairs(
  first: EvaluatedRun,
  second: EvaluatedRun,
  figure: (scored: ScoredAnswer) => number | null,
): (readonly [number, number])[] {
  const before = new Map(first.answers.map((line) => [line.id, line]));
  return second.answers.flatMap((line) => {
    const earlier = before.get(line.id);
    if (earlier?.question !== line.question) return [];
    const [left] = scoredOf(earlier).map(figure);
    const [right] = scoredOf(line).map(figure);
    return left == null || right == null ? [] : [[left, right] as const];
  });
}

function hitPairs(
  first: readonly RetrievalLine[],
  second: readonly RetrievalLine[],
): (readonly [number, number])[] {
  const before = new Map(first.map(({ id, hit }) => [id, hit]));
  return second.flatMap(({ id, hit }) => {
    const earlier = before.get(id);
    return earlier === undefined ? [] : [[Number(earlier), Number(hit)] as const];
  });
}

function scoredOf({ gold, score }: AnswerLine): ScoredAnswer[] {
  return gold === null || score === null ? [] : [{ gold, score }];
}

function read(folder: string, name: string): string {
  try {
    return readFileSync(join(folder, name), 'utf8');
  } catch (cause) {
    throw new InvalidInputError(
      `${folder} must hold ${name}, as strata run --out ${folder} writes it`,
      { cause },
    );
  }
}

function parsed<T>(folder: string, name: string, text: string, schema: z.ZodType<T>): T {
  try {
    return schema.parse(JSON.parse(text));
  } catch (cause) {
    throw new InvalidInputError(
      `${join(folder, name)} must be of this version's strata run; run it again with --out ${folder}`,
      { cause },
    );
  }
}
