import { contentHash } from '../../content-hash.ts';
import type { Side } from '../document/document.ts';
import type { ReleaseEvaluation } from '../governance/release/release-gates.ts';
import type { ReleaseBundle } from '../governance/release/release-bundle.ts';
import type { LlmopsReport, MlopsReport, Report } from './report-schema.ts';

/**
 * What a run's report says of a release, by the names that `config/release-gates.ts` holds to
 * thresholds. Null where the run was made with another release: its figures say nothing of this one.
 */
export function evaluateRelease(
  report: Report,
  { id, bundle }: { readonly id: string; readonly bundle: ReleaseBundle },
): ReleaseEvaluation | null {
  const { versions, reader } = report;
  const isOfIt =
    bundle.side === 'llmops' ? versions.release === id : versions.model === bundle.model;
  if (!isOfIt) return null;
  return {
    side: bundle.side,
    release: id,
    reader,
    corpus: versions.corpus,
    report: contentHash(report),
    figures: figuresOf(report, bundle.side),
  };
}

function figuresOf({ sides }: Report, side: Side): ReleaseEvaluation['figures'] {
  if (side === 'mlops') return sides.mlops === null ? {} : common(sides.mlops);
  return sides.llmops === null ? {} : { ...common(sides.llmops), ...answering(sides.llmops) };
}

/** Shares, milliseconds, US dollars. */
function common(of: MlopsReport | LlmopsReport): ReleaseEvaluation['figures'] {
  return {
    scored: of.scored,
    accuracy: of.accuracy,
    macroF1: of.macroF1,
    fieldAccuracy: of.fieldAccuracy.overall,
    failedShare: share(of.failed, of.finished + of.failed),
    latencyP95Ms: of.latencyMs.p95,
    costUsdPerDocument: of.costUsdPerDocument,
  };
}

function answering({ answers, ...of }: LlmopsReport): ReleaseEvaluation['figures'] {
  return {
    recallAt5: of.retrieval.recallAt5,
    hallucinationRate: of.hallucinationRate,
    asked: answers.asked,
    answeredUnanswerableShare: share(answers.answeredUnanswerable, answers.asked),
    failedAnswersShare: share(answers.failed, answers.asked),
    costUsdPerAnswer: of.costUsdPerAnswer,
  };
}

/** Of nothing there is no share. */
function share(some: number, of: number): number | null {
  return of === 0 ? null : some / of;
}
