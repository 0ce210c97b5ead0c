import * as z from 'zod';
import type { Ports } from '../../ports.ts';
import type { ComplianceFinding, PrimaryDecision, Side, SideResult } from '../document/document.ts';
import type { BothResults } from './compare-sides.ts';

/** The migration switch: record of kind `switch`, id `primary-side`. */
export const PRIMARY_SIDE_SWITCH = 'primary-side';
export const primarySideSchema = z.strictObject({ primary: z.enum(['mlops', 'llmops']) });

/** The classical side is in production until the switch says otherwise (migration, phase 2). */
const DEFAULT_PRIMARY: Side = 'mlops';

type Done = Extract<SideResult, { readonly status: 'done' }>;

/**
 * Decides which side's result counts, and whether a person must look at it.
 * 1. The migration switch names the primary side; where that side has no result, the other one.
 * 2. A person looks when nothing was read, when the primary is less sure than
 *    `gates.reviewConfidence`, when a compliance rule of severity `review` is violated, and when
 *    the sides name different categories while the primary is not sure (half way from the gate
 *    to 1).
 * @throws ZodError when the record of the switch has another shape.
 */
export const choosePrimary =
  (ports: Pick<Ports, 'records' | 'gates' | 'taxonomy' | 'now'>) =>
  async (decision: {
    readonly tenant: string;
    readonly results: BothResults;
    readonly compliance: readonly ComplianceFinding[];
  }): Promise<PrimaryDecision & { readonly durationMs: number }> => {
    const startedAt = ports.now();
    const stored = await ports.records.get({
      tenant: decision.tenant,
      kind: 'switch',
      id: PRIMARY_SIDE_SWITCH,
    });
    const wanted = stored === null ? DEFAULT_PRIMARY : primarySideSchema.parse(stored).primary;
    const primary = firstDone(decision.results, wanted);
    const reasons = [
      ...reasonsOfPrimary(decision.results, wanted, primary),
      ...reasonsOfConfidence(decision.results, primary, ports.gates.reviewConfidence),
      ...reasonsOfCompliance(decision.compliance, reviewRules(ports)),
    ];
    return {
      primary: primary?.side ?? null,
      status: reasons.some((reason) => reason.review) ? 'awaiting-review' : 'recorded',
      reasons: reasons.map((reason) => reason.text),
      durationMs: ports.now() - startedAt,
    };
  };

interface Reason {
  readonly text: string;
  /** Whether it alone sends the document to a person. */
  readonly review: boolean;
}

function firstDone(results: BothResults, wanted: Side): Done | null {
  const order = wanted === 'mlops' ? ['mlops', 'llmops'] : ['llmops', 'mlops'];
  for (const side of order) {
    const result = side === 'mlops' ? results.mlops : results.llmops;
    if (result.status === 'done') {
      return result;
    }
  }
  return null;
}

function reasonsOfPrimary(results: BothResults, wanted: Side, primary: Done | null): Reason[] {
  if (primary === null) {
    return [{ text: 'neither side has a result', review: true }];
  }
  if (primary.side === wanted) {
    return [];
  }
  const why = results[wanted].status === 'failed' ? 'failed' : 'was skipped';
  return [{ text: `${wanted} ${why}: ${primary.side} stands in`, review: false }];
}

function reasonsOfConfidence(results: BothResults, primary: Done | null, gate: number): Reason[] {
  if (primary === null) {
    return [];
  }
  const { category, confidence } = primary.classification;
  if (confidence < gate) {
    return [
      { text: `confidence ${confidence.toFixed(2)} is below ${gate.toFixed(2)}`, review: true },
    ];
  }
  const other = results[primary.side === 'mlops' ? 'llmops' : 'mlops'];
  const sure = (1 + gate) / 2;
  if (other.status === 'done' && other.classification.category !== category && confidence < sure) {
    const text = `${other.side} says ${other.classification.category}, ${primary.side} ${category} with confidence ${confidence.toFixed(2)}, below ${sure.toFixed(2)}`;
    return [{ text, review: true }];
  }
  return [];
}

function reasonsOfCompliance(
  findings: readonly ComplianceFinding[],
  reviewed: (rule: string) => boolean,
): Reason[] {
  return findings
    .filter((finding) => finding.outcome === 'violated' && reviewed(finding.rule))
    .map((finding) => ({ text: `${finding.rule}: ${finding.detail}`, review: true }));
}

/** A rule that the taxonomy does not know is reviewed: someone removed it while documents waited. */
function reviewRules(ports: Pick<Ports, 'taxonomy'>): (rule: string) => boolean {
  const notes = ports.taxonomy.complianceRules.filter((rule) => rule.severity === 'note');
  const ids = new Set(notes.map((rule) => rule.id));
  return (rule) => !ids.has(rule);
}
