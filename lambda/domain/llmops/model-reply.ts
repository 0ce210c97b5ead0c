import * as z from 'zod';
import { ModelRefusalError, ModelReplyError } from '../../errors.ts';
import type { LanguageModel } from '../../ports.ts';
import type { TokenUsage } from '../document/document.ts';
import { openAllowance } from '../gateway/allowance.ts';
import { collectReply, type LanguageModelReply } from '../gateway/collect-reply.ts';
import type {
  JsonSchema,
  LanguageModelRequest,
  Served,
} from '../gateway/language-model-exchange.ts';
import { asData } from './prompt-text.ts';

/** Characters: a problem repeats the reply's keys, which a document may have dictated. */
const MOST_PROBLEM = 500;

export interface ParsedReply<T> {
  readonly value: T;
  readonly served: Served;
  /** Of both calls, where the first had to be repaired. */
  readonly usage: TokenUsage;
}

/** The shape of a reply as a provider takes it. */
export function outputSchemaOf(schema: z.ZodType): JsonSchema {
  const { $schema: _, ...shape } = z.toJSONSchema(schema, { io: 'input' });
  return shape;
}

/**
 * Generates and parses the JSON that the prompt demands; a reply of another shape is sent back once
 * with what is wrong with it, in the same conversation and out of the same allowance.
 * @throws ModelReplyError when the repaired reply does not parse either, ModelRefusalError, and what
 * the gateway throws
 */
export async function generateParsed<T>(
  model: LanguageModel,
  request: LanguageModelRequest,
  schema: z.ZodType<T>,
): Promise<ParsedReply<T>> {
  const allowance = openAllowance();
  const first = await collectReply(model.generate(request, { allowance }));
  const parsed = parseReply(first, schema);
  if (parsed.success) return { value: parsed.data, served: first.served, usage: first.usage };
  const problem = asData(parsed.problem.slice(0, MOST_PROBLEM));
  const again = `Your last reply could not be used: ${problem}\nReply again with the JSON object only.`;
  const said = [
    { role: 'assistant', text: asData(first.text) || '(nothing)' },
    { role: 'user', text: again },
  ] as const;
  const messages = [...request.messages, ...said];
  const second = await collectReply(model.generate({ ...request, messages }, { allowance }));
  const repaired = parseReply(second, schema);
  if (!repaired.success) {
    throw new ModelReplyError(
      `the reply of ${second.served.model} to ${request.task} must be the JSON object that the prompt ` +
        `shows, got twice another shape (${repaired.problem}); try another model or prompt version`,
    );
  }
  return { value: repaired.data, served: second.served, usage: sum(first.usage, second.usage) };
}

function parseReply<T>(reply: LanguageModelReply, schema: z.ZodType<T>) {
  if (reply.stopReason === 'refused') {
    throw new ModelRefusalError(
      `${reply.served.model} or its provider refused to reply: ${reply.text.slice(0, MOST_PROBLEM)}`,
    );
  }
  if (reply.stopReason !== 'end') {
    return { success: false, problem: `it stopped by ${reply.stopReason}` } as const;
  }
  const start = reply.text.indexOf('{');
  const end = reply.text.lastIndexOf('}');
  if (start < 0 || end < start)
    return { success: false, problem: 'it holds no JSON object' } as const;
  try {
    const parsed = schema.safeParse(JSON.parse(reply.text.slice(start, end + 1)));
    if (parsed.success) return { success: true, data: parsed.data } as const;
    return { success: false, problem: z.prettifyError(parsed.error) } as const;
  } catch (error) {
    const problem = error instanceof SyntaxError ? error.message : String(error);
    return { success: false, problem } as const;
  }
}

function sum(a: TokenUsage, b: TokenUsage): TokenUsage {
  return {
    inputTokens: a.inputTokens + b.inputTokens,
    outputTokens: a.outputTokens + b.outputTokens,
  };
}
