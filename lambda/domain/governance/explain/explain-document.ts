import type { ModelCatalogue, Prices } from '../../../../config/schema.ts';
import type { DocumentRecord, PromptVersion, Side, SideResult } from '../../document/document.ts';
import type { LabelRecord } from '../../document/label-document.ts';
import { releaseName } from './release-approvals.ts';
import { costUsd } from '../../gateway/cost.ts';
import {
  type Approval,
  type Evidence,
  explainApprovals,
  type ExplainedQuestion,
  type Explanation,
  FIVE_QUESTIONS,
  usd,
} from './explanation.ts';

export interface DocumentEvidence {
  readonly record: DocumentRecord;
  /** What a person said that it is. */
  readonly label: LabelRecord | null;
  readonly approvals: readonly Approval[];
  readonly prices: Prices;
  readonly catalogue: ModelCatalogue;
}
type Done = Extract<SideResult, { readonly status: 'done' }>;

/** Answers the five questions of what both sides made of a document. */
export function explainDocument(evidence: DocumentEvidence): Explanation {
  const { record, label } = evidence;
  const done = doneSides(record);
  return {
    id: record.documentId,
    kind: 'document',
    subject: record.name,
    at: record.receivedAt,
    by: null,
    outcome: [
      { name: 'status', value: record.status },
      ...(record.refusal === undefined
        ? []
        : [{ name: 'refused', value: `${record.refusal.code}: ${record.refusal.message}` }]),
      ...(record.failure === undefined
        ? []
        : [{ name: 'failed', value: `${record.failure.name}: ${record.failure.message}` }]),
      ...done.map(([side, { classification }]) => ({
        name: side,
        value: `${classification.category}, confidence ${classification.confidence.toFixed(2)}`,
      })),
      ...decisionOf(record),
      ...(label === null
        ? []
        : [{ name: 'a person said', value: `${label.category} (${label.by}, ${label.at})` }]),
    ],
    questions: [
      whichModels(done),
      whichWords(done),
      whichRules(record, done),
      explainApprovals(usedBy(record), evidence.approvals),
      whatCost(done, evidence),
    ],
  };
}

/** What was used and needs an approval. */
export function usedBy(record: DocumentRecord): readonly string[] {
  const used = doneSides(record).flatMap(([side, { classification, extraction }]) =>
    side === 'mlops'
      ? [`model ${classification.model}`]
      : [classification, extraction].flatMap(({ prompt, release }) => {
          if (prompt === undefined) return [];
          return [release === undefined ? promptName(prompt) : releaseName(release)];
        }),
  );
  return [...new Set(used)];
}

function promptName({ name, version, hash }: PromptVersion): string {
  return `prompt ${name} v${version} ${hash.slice(0, 12)}`;
}

function doneSides({ results }: DocumentRecord): readonly (readonly [Side, Done])[] {
  if (results === undefined) return [];
  return [results.mlops, results.llmops].flatMap((result) =>
    result.status === 'done' ? [[result.side, result] as const] : [],
  );
}

function decisionOf({ decision }: DocumentRecord): readonly Evidence[] {
  if (decision === undefined) return [];
  const { primary, reasons } = decision;
  const value = `${primary ?? 'none'}${reasons.length === 0 ? '' : `; ${reasons.join('; ')}`}`;
  return [{ name: 'side that counts', value }];
}

function whichModels(done: readonly (readonly [Side, Done])[]): ExplainedQuestion {
  const evidence = done.flatMap(([side, { classification, extraction }]) =>
    [['classification', classification] as const, ['extraction', extraction] as const].map(
      ([what, { model, prompt }]) => ({
        name: `${side} ${what}`,
        value: `${model}${prompt === undefined ? '' : `, ${promptName(prompt)}`}`,
      }),
    ),
  );
  return done.length === 0
    ? nothing(0, 'No side gave a result.')
    : {
        question: FIVE_QUESTIONS[0],
        status: 'answered',
        said: `${done.length} of two sides gave a result.`,
        evidence,
      };
}

/** A document's results rest on its own words: each value with its places. */
function whichWords(done: readonly (readonly [Side, Done])[]): ExplainedQuestion {
  const evidence = done.flatMap(([side, { extraction, unsupported = [] }]) =>
    Object.entries(extraction.fields).map(([name, { value, confidence, spans }]) => ({
      name: `${side} ${name}`,
      value:
        `${typeof value === 'string' ? value : value.join(', ')}, confidence ${confidence.toFixed(2)}, ` +
        (spans.length === 0 ? 'inferred' : `at ${spans.map(([a, b]) => `${a}–${b}`).join(', ')}`) +
        (unsupported.includes(name) ? ', not supported by the text' : ''),
    })),
  );
  if (evidence.length === 0) return nothing(1, 'No value was read.');
  const placed = evidence.filter(({ value }) => value.includes(', at ')).length;
  return {
    question: FIVE_QUESTIONS[1],
    status: 'answered',
    said: `The document itself: ${placed} of ${evidence.length} values have their place in its text.`,
    evidence,
  };
}

function whichRules(
  { compliance = [], refusal }: DocumentRecord,
  done: readonly (readonly [Side, Done])[],
): ExplainedQuestion {
  const unsupported = done.flatMap(([, result]) => result.unsupported ?? []);
  const evidence = [
    ...(refusal === undefined ? [] : [{ name: 'refused at the door', value: refusal.code }]),
    ...compliance.map(({ rule, outcome, detail }) => ({
      name: rule,
      value: `${outcome}: ${detail}`,
    })),
    ...unsupported.map((name) => ({ name, value: 'the text does not support the value' })),
  ];
  if (evidence.length === 0) return nothing(2, 'No rule applies to it.');
  const violated = compliance.filter(({ outcome }) => outcome === 'violated').length;
  return {
    question: FIVE_QUESTIONS[2],
    status: 'answered',
    said: `${compliance.length} rules were judged, ${violated} are violated.`,
    evidence,
  };
}

function whatCost(
  done: readonly (readonly [Side, Done])[],
  { prices, catalogue }: DocumentEvidence,
): ExplainedQuestion {
  const uses = done.flatMap(([side, { classification, extraction }]) =>
    [classification, extraction].flatMap(({ model, usage }) =>
      usage === undefined
        ? []
        : [{ side, model, usage, usd: costUsd({ model, usage, prices, catalogue }) }],
    ),
  );
  const times = done.map(([side, { durationMs }]) => ({
    name: `${side} time`,
    value: `${Math.round(durationMs)} ms`,
  }));
  if (done.length === 0) return nothing(4, 'No side ran to its end.');
  const isKnown = uses.every((use) => use.usd !== null);
  const sum = uses.reduce((all, use) => all + (use.usd ?? 0), 0);
  return {
    question: FIVE_QUESTIONS[4],
    status: isKnown ? 'answered' : 'missing',
    said: isKnown
      ? `${usd(sum)} of language models at list prices; computing time stands below.`
      : 'The price of a model is not known.',
    evidence: [
      ...uses.map((use) => ({
        name: `${use.side} ${use.model}`,
        value: `${use.usage.inputTokens} tokens in, ${use.usage.outputTokens} out, ${usd(use.usd)}`,
      })),
      ...times,
    ],
  };
}

function nothing(at: number, said: string): ExplainedQuestion {
  return { question: FIVE_QUESTIONS[at] ?? FIVE_QUESTIONS[0], status: 'none', said, evidence: [] };
}
