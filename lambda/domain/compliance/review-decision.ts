import type { Gates, Taxonomy } from '../../../config/schema.ts';
import type {
  BothResults,
  ChosenPrimary,
  ComplianceFinding,
  ExtractedFields,
  PrimaryDecision,
} from '../document/document.ts';

/**
 * Whether a person must look at a document: when nothing was read, when the primary side is less sure
 * of its category than `gates.reviewConfidence` or of a value than `gates.fieldConfidence`, when a
 * compliance rule of severity `review` is violated, and when the
 * sides name different categories while the primary is not sure (half way from the gate to 1).
 */
export function decideReview(judged: {
  readonly results: BothResults;
  readonly chosen: ChosenPrimary;
  readonly findings: readonly ComplianceFinding[];
  readonly gates: Pick<Gates, 'reviewConfidence' | 'fieldConfidence'>;
  readonly taxonomy: Pick<Taxonomy, 'complianceRules'>;
}): PrimaryDecision {
  const { primary, reasons } = judged.chosen;
  const review = [
    ...reasonsOfConfidence(judged),
    ...reasonsOfFields(judged),
    ...reasonsOfCompliance(judged),
  ];
  return {
    primary,
    status: primary === null || review.length > 0 ? 'awaiting-review' : 'recorded',
    reasons: [...reasons, ...review],
  };
}

function reasonsOfConfidence({
  results,
  chosen,
  gates,
}: Parameters<typeof decideReview>[0]): readonly string[] {
  const { primary } = chosen;
  const own = primary === null ? null : results[primary];
  if (primary === null || own?.status !== 'done') return [];
  const { category, confidence } = own.classification;
  const gate = gates.reviewConfidence;
  if (confidence < gate) {
    return [`confidence ${confidence.toFixed(2)} is below ${gate.toFixed(2)}`];
  }
  const other = results[primary === 'mlops' ? 'llmops' : 'mlops'];
  const sure = (1 + gate) / 2;
  if (other.status !== 'done' || other.classification.category === category) return [];
  if (confidence >= sure) return [];
  return [
    `${other.side} says ${other.classification.category}, ${primary} ${category} with confidence ` +
      `${confidence.toFixed(2)}, below ${sure.toFixed(2)}`,
  ];
}

/** The values that the primary side is least sure of. */
function reasonsOfFields({
  results,
  chosen,
  gates,
}: Parameters<typeof decideReview>[0]): readonly string[] {
  const own = chosen.primary === null ? null : results[chosen.primary];
  if (own?.status !== 'done') return [];
  return unsureFields(own.extraction.fields, gates).map(
    ([name, { confidence }]) =>
      `${name} was read with confidence ${confidence.toFixed(2)}, below ${gates.fieldConfidence.toFixed(2)}`,
  );
}

/** Fields below the gate, the least sure first. */
export function unsureFields(
  fields: ExtractedFields,
  { fieldConfidence }: Pick<Gates, 'fieldConfidence'>,
): readonly (readonly [string, ExtractedFields[string]])[] {
  return Object.entries(fields)
    .filter(([, { confidence }]) => confidence < fieldConfidence)
    .toSorted(([, one], [, other]) => one.confidence - other.confidence);
}

/** A rule that the taxonomy does not know is reviewed: someone removed it while documents waited. */
function reasonsOfCompliance({
  findings,
  taxonomy,
}: Parameters<typeof decideReview>[0]): readonly string[] {
  const notes = taxonomy.complianceRules.filter((rule) => rule.severity === 'note');
  const noted = new Set(notes.map((rule) => rule.id));
  return findings
    .filter((finding) => finding.outcome === 'violated' && !noted.has(finding.rule))
    .map((finding) => `${finding.rule}: ${finding.detail}`);
}
