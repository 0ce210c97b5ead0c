import type { DocumentRecord, TokenUsage } from '../document/document.ts';
import {
  BYTES_PER_GB,
  type CostItem,
  DOCUMENTS_PER_MONTH,
  HOURS_PER_MONTH,
  mean,
  type Projection,
  projectCost,
} from './projected-cost.ts';
import type { CostBasis } from './run-measurement.ts';
import type { MeasuredAnswer } from '../evaluation/measured.ts';
import { sharedCostItems } from './shared-cost.ts';

/** OpenSearch Serverless (NextGen) wakes in steps of 0, 2, 4 … units. */
const AWAKE_OCU = 2;
/** One token is 0.75 words, as for chunks (`config/schema.ts`). */
const WORDS_PER_TOKEN = 0.75;
const BYTES_PER_FLOAT = 4;
/** A text unit of a guardrail is up to 1,000 characters. */
const TEXT_UNIT = 1_000;

/** What one document would cost on the language model's side, answers to questions aside. */
export function llmopsCost(records: readonly DocumentRecord[], basis: CostBasis): Projection {
  const { models, profile } = basis;
  const tokens = embeddedTokens(records, profile.rag);
  const chunks = tokens === null ? null : tokens / profile.rag.chunkTokens;
  const ocu = Math.max(profile.vectors.minOcu, AWAKE_OCU);
  const bytes = models.embedding.dimensions * BYTES_PER_FLOAT;
  const items: CostItem[] = [
    ...sharedCostItems('llmops', records),
    ...tokenItems(meanUsage(records.flatMap(usageOf)), models.document.price, 'document'),
    {
      item: 'embedding',
      price: `${models.embedding.price}.input`,
      quantity: tokens,
      note: `words / ${WORDS_PER_TOKEN}, overlap included`,
    },
    {
      item: 'vector index',
      price: 'opensearch.serverless.ocu',
      quantity: (ocu * HOURS_PER_MONTH) / DOCUMENTS_PER_MONTH,
      note: `${ocu} units awake all month, shared by ${DOCUMENTS_PER_MONTH} documents`,
    },
    {
      item: 'vector storage',
      price: 'opensearch.serverless.storage',
      quantity: chunks === null ? null : (chunks * bytes) / BYTES_PER_GB,
      note: 'vectors, kept for one month',
    },
  ];
  return projectCost(items, models.document.id, basis);
}

/** What one answer would cost: tokens, the question's embedding, the guardrail. */
export function answerCost(answers: readonly MeasuredAnswer[], basis: CostBasis): Projection {
  const { models } = basis;
  const generated = answers.filter(({ answer }) => answer.prompt !== null);
  const usage = meanUsage(generated.map(({ answer }) => answer.usage));
  const words = mean(answers.map(({ answer }) => answer.question.split(/\s+/).length));
  const items: CostItem[] = [
    ...tokenItems(usage, models.answer.price, 'answer'),
    {
      item: 'embedding',
      price: `${models.embedding.price}.input`,
      quantity: words === null ? null : words / WORDS_PER_TOKEN,
      note: `words of the question / ${WORDS_PER_TOKEN}`,
    },
    ...guardrailItems(answers),
  ];
  return projectCost(items, models.answer.id, basis);
}

function guardrailItems(answers: readonly MeasuredAnswer[]): CostItem[] {
  const judged = mean(
    answers.map(
      ({ answer }) => Math.ceil(answer.question.length / TEXT_UNIT) + answer.guardrailUse.textUnits,
    ),
  );
  const grounding = mean(answers.map(({ answer }) => answer.guardrailUse.groundingUnits));
  const policies = ['content-filters', 'denied-topics', 'sensitive-information'];
  return [
    ...policies.map((policy) => ({
      item: `guardrail: ${policy}`,
      price: `bedrock.guardrail.${policy}`,
      quantity: judged,
      note: 'text units of the question, and of the answer as it was judged in groups',
    })),
    {
      item: 'guardrail: contextual-grounding',
      price: 'bedrock.guardrail.contextual-grounding',
      quantity: grounding,
      note: 'text units of the cited chunks, question and answer, group by group',
    },
  ];
}

function tokenItems(usage: TokenUsage | null, price: string, per: string): CostItem[] {
  const note = usage === null ? `no ${per} was read by a model` : `tokens of a ${per}`;
  return [
    { item: 'input tokens', price: `${price}.input`, quantity: usage?.inputTokens ?? null, note },
    {
      item: 'output tokens',
      price: `${price}.output`,
      quantity: usage?.outputTokens ?? null,
      note,
    },
  ];
}

/** Tokens of a document: classification and extraction; none where neither says. */
export function usageOf(record: DocumentRecord): TokenUsage[] {
  const result = record.results?.llmops;
  if (result?.status !== 'done') {
    return [];
  }
  const usages = [result.classification.usage, result.extraction.usage].filter(
    (usage) => usage !== undefined,
  );
  return usages.length === 0 ? [] : [sumUsage(usages)];
}

export function sumUsage(usages: readonly TokenUsage[]): TokenUsage {
  return {
    inputTokens: usages.reduce((sum, usage) => sum + usage.inputTokens, 0),
    outputTokens: usages.reduce((sum, usage) => sum + usage.outputTokens, 0),
  };
}

function meanUsage(usages: readonly TokenUsage[]): TokenUsage | null {
  const sum = sumUsage(usages);
  const count = usages.length;
  return count === 0
    ? null
    : { inputTokens: sum.inputTokens / count, outputTokens: sum.outputTokens / count };
}

/** Each chunk repeats the overlap: chunk / (chunk − overlap) times the document's own tokens. */
function embeddedTokens(
  records: readonly DocumentRecord[],
  rag: CostBasis['profile']['rag'],
): number | null {
  const words = mean(records.flatMap((record) => record.description?.words ?? []));
  const repeated = rag.chunkTokens / (rag.chunkTokens - rag.overlapTokens);
  return words === null ? null : (words / WORDS_PER_TOKEN) * repeated;
}
