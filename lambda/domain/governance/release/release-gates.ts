import * as z from 'zod';
import type { ReleaseGate } from '../../../../config/release-gates.ts';
import { lazily } from '../../../lazily.ts';
import { SIDES } from '../../document/document.ts';
import type { ReleaseBundle } from './release-bundle.ts';
import { changedParts } from './release-diff.ts';

/** What was measured of a release, on which corpus, and by which reader. */
export const releaseEvaluationSchema = lazily(() =>
  z.strictObject({
    side: z.enum(SIDES),
    release: z.string(),
    /** `extractive` (a reader that is no language model), or the model's id. */
    reader: z.string(),
    /** Hash of the documents that it was measured on. */
    corpus: z.string(),
    /** Hash of the whole report. */
    report: z.string(),
    /** Null where it was not measured. */
    figures: z.record(z.string(), z.number().nullable()),
  }),
);
export type ReleaseEvaluation = z.infer<ReturnType<typeof releaseEvaluationSchema>>;

export const gateResultSchema = lazily(() =>
  z.strictObject({
    gate: z.string(),
    passed: z.boolean(),
    /** Null where it was not measured: the gate stays shut. */
    figure: z.number().nullable(),
    /** What must hold, in words. */
    demand: z.string(),
  }),
);
export type GateResult = z.infer<ReturnType<typeof gateResultSchema>>;

/** The reader that is no language model. */
const EXTRACTIVE = 'extractive';
/** What the extractive reader does not read: no figure of it says anything of these. */
const UNREAD: readonly string[] = ['prompts', 'models'];

/**
 * Holds what was measured to the thresholds. What was not measured does not pass: neither a figure
 * that is null or absent, nor a change that the reader of the evaluation does not read.
 */
export function judgeRelease(
  gates: readonly ReleaseGate[],
  given: {
    readonly id: string;
    readonly bundle: ReleaseBundle;
    /** What serves now; null: nothing. */
    readonly live: ReleaseBundle | null;
    readonly evaluation: ReleaseEvaluation | null;
  },
): readonly GateResult[] {
  const { id, evaluation } = given;
  const isOfIt = evaluation?.release === id;
  const evaluated: GateResult = {
    gate: 'evaluated',
    passed: isOfIt,
    figure: null,
    demand: 'an evaluation of this very release',
  };
  const figures = isOfIt ? evaluation.figures : {};
  return [evaluated, readerGate(given), ...gates.map((gate) => figureGate(gate, figures))];
}

function readerGate({ bundle, live, evaluation }: Parameters<typeof judgeRelease>[1]): GateResult {
  const unread = changedParts(live, bundle).filter((part) => UNREAD.includes(part));
  const isBlind = evaluation === null || evaluation.reader === EXTRACTIVE;
  return {
    gate: 'reader',
    passed: bundle.side === 'mlops' || unread.length === 0 || !isBlind,
    figure: null,
    demand:
      unread.length === 0
        ? 'a reader that reads what changed'
        : `a language model that reads what changed (${unread.join(', ')}); ` +
          'the extractive reader does not: not measured',
  };
}

function figureGate(
  { figure: name, atLeast, atMost }: ReleaseGate,
  figures: ReleaseEvaluation['figures'],
): GateResult {
  const figure = figures[name] ?? null;
  const passed =
    figure !== null &&
    (atLeast === undefined || figure >= atLeast) &&
    (atMost === undefined || figure <= atMost);
  const limits = [
    ...(atLeast === undefined ? [] : [`at least ${atLeast}`]),
    ...(atMost === undefined ? [] : [`at most ${atMost}`]),
  ];
  return { gate: name, passed, figure, demand: limits.join(' and ') };
}
