import * as z from 'zod';
import type { Taxonomy } from '../../../../config/schema.ts';
import { ModelRefusalError, ModelReplyError, ModelUnavailableError } from '../../../errors.ts';
import type { LanguageModel, Ports } from '../../../ports.ts';
import type { TokenUsage } from '../../document/document.ts';
import { collectReply } from '../../gateway/collect-reply.ts';
import { outputSchemaOf } from '../model-reply.ts';
import { fillTemplate } from '../prompt-text.ts';
import type { DocumentFacts } from './document-facts.ts';
import { namedValues, samePlaces } from './named-values.ts';
import { tokensOf } from './phrases.ts';
import { COMPARISONS, type Condition, type RecordQuery } from './record-query.ts';
import { comparable } from './run-query.ts';
import type { Vocabulary } from './vocabulary.ts';
import { releasedPrompt } from '../released-prompt.ts';

const TOOL = 'plan_question';
const MOST_OUTPUT_TOKENS = 500;
const OPERATIONS = ['list', 'count', 'sum', 'average', 'largest', 'smallest'] as const;

/** What a model made of a question; `query` is null where it leaves it to the passages. */
export interface ModelPlan {
  readonly query: RecordQuery | null;
  readonly model: string;
  readonly usage: TokenUsage;
  readonly costUsd: number | null;
}
export interface AskedOfModel {
  readonly tenant: string;
  readonly question: string;
  readonly documents: readonly DocumentFacts[];
  readonly vocabulary: Vocabulary;
  readonly taxonomy: Taxonomy;
}

/**
 * Lets a language model plan a question by a tool call. What it calls the tool with is checked against
 * the taxonomy and the documents' own values; null where it does not stand, or no model replies: the
 * plan by rules stands then.
 */
export function planByModel(ports: {
  readonly languageModel: LanguageModel;
  readonly configuration: Ports['configuration'];
}) {
  return async (asked: AskedOfModel): Promise<ModelPlan | null> => {
    const { taxonomy, question, tenant } = asked;
    const schema = callSchema(taxonomy);
    const { template } = releasedPrompt(await ports.configuration.current(), 'plan-question');
    const text = fillTemplate(template, {
      categories: taxonomy.categories.map((one) => `- ${one.name}: ${one.description}`).join('\n'),
      fields: taxonomy.fields
        .map((one) => `- ${one.name} (${one.type}): ${one.description}`)
        .join('\n'),
      question,
    });
    try {
      const reply = await collectReply(
        ports.languageModel.generate({
          tenant,
          task: 'plan-question',
          messages: [{ role: 'user', text }],
          tools: [
            {
              name: TOOL,
              description: 'Says how the question is answered.',
              inputSchema: outputSchemaOf(schema),
            },
          ],
          toolChoice: TOOL,
          variables: { question },
          maxOutputTokens: MOST_OUTPUT_TOKENS,
        }),
      );
      const call = schema.safeParse(reply.toolCalls.find(({ name }) => name === TOOL)?.input);
      const { served, usage, costUsd } = reply;
      const query = call.success ? queryOf(call.data, asked) : null;
      return { query, model: served.model, usage, costUsd };
    } catch (error) {
      if (isOfModel(error)) return null;
      throw error;
    }
  };
}

function isOfModel(error: unknown): boolean {
  return (
    error instanceof ModelUnavailableError ||
    error instanceof ModelReplyError ||
    error instanceof ModelRefusalError
  );
}

function callSchema({ categories, fields }: Taxonomy) {
  const category = z.enum(categories.map(({ name }) => name));
  const field = z.enum(fields.map(({ name }) => name));
  return z.strictObject({
    answerFrom: z.enum(['fields', 'passages']),
    operation: z.enum(OPERATIONS),
    categories: z.array(category),
    field: field.nullable(),
    conditions: z.array(
      z.strictObject({ field, comparison: z.enum(COMPARISONS), value: z.string() }),
    ),
  });
}
type Call = z.infer<ReturnType<typeof callSchema>>;

/** Null where a condition means nothing here: no document bears the name, or it is no date. */
function queryOf(call: Call, asked: AskedOfModel): RecordQuery | null {
  const { answerFrom, operation, categories, field } = call;
  if (answerFrom === 'passages') return null;
  const isReckoned = operation !== 'list' && operation !== 'count';
  if (isReckoned && field === null) return null;
  const conditions: Condition[] = [];
  for (const one of call.conditions) {
    const condition = conditionOf(one, asked);
    if (condition === null) return null;
    conditions.push(condition);
  }
  const base = { categories: [...new Set(categories)], conditions, documentIds: [], violates: [] };
  // A count is of documents; what it is a count of stands in the conditions.
  return { ...base, operation, field: operation === 'count' ? null : field, limit: 1 };
}

function conditionOf(
  { field, comparison, value }: Call['conditions'][number],
  { documents, vocabulary }: AskedOfModel,
): Condition | null {
  const type = vocabulary.fields.get(field)?.type ?? 'text';
  if (comparison === 'absent' || comparison === 'present') {
    return { fields: [field], comparison, values: [] };
  }
  if (type === 'party' || type === 'place' || type === 'code') {
    const named = namedValues(tokensOf(value), documents, vocabulary).find(({ fields }) =>
      fields.includes(field),
    );
    if (named === undefined || comparison !== 'equals') return null;
    const same = type === 'place' ? samePlaces(named, documents) : [];
    return { fields: [field], comparison, values: [...named.values, ...same] };
  }
  return comparable(value, type) === null ? null : { fields: [field], comparison, values: [value] };
}
