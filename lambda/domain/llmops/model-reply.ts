import * as z from 'zod';
import { ModelReplyError } from '../../errors.ts';
import type {
  LanguageModelReply,
  LanguageModelRequest,
} from '../gateway/language-model-exchange.ts';
import type { LanguageModel } from '../../ports.ts';
import type { TokenUsage } from '../document/document.ts';
import { asData } from './prompt-text.ts';

/** Characters: a problem repeats the reply's keys, which a document may have dictated. */
const MOST_PROBLEM = 500;

export interface ParsedReply<T> {
  readonly value: T;
  readonly reply: LanguageModelReply;
  /** Of both calls, where the first had to be repaired. */
  readonly usage: TokenUsage;
}

/**
 * Generates and parses the JSON that the prompt demands; a reply of another shape is sent back once
 * with what is wrong with it.
 * @throws ModelReplyError when the repaired reply does not parse either, and what generate throws
 */
export async function generateParsed<T>(
  model: LanguageModel,
  request: LanguageModelRequest,
  schema: z.ZodType<T>,
): Promise<ParsedReply<T>> {
  const first = await model.generate(request);
  const parsed = parseReply(first, schema);
  if (parsed.success) return { value: parsed.data, reply: first, usage: first.usage };
  const second = await model.generate({
    ...request,
    prompt: `${request.prompt}\n\nYour last reply could not be used: ${asData(parsed.problem.slice(0, MOST_PROBLEM))}\nReply again with the JSON object only.`,
  });
  const repaired = parseReply(second, schema);
  if (!repaired.success) {
    throw new ModelReplyError(
      `the reply of ${second.model} to ${request.task} must be the JSON object that the prompt shows, ` +
        `got twice another shape (${repaired.problem}); try another model or prompt version`,
    );
  }
  const usage = {
    inputTokens: first.usage.inputTokens + second.usage.inputTokens,
    outputTokens: first.usage.outputTokens + second.usage.outputTokens,
  };
  return { value: repaired.data, reply: second, usage };
}

function parseReply<T>(reply: LanguageModelReply, schema: z.ZodType<T>) {
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
