import { createHash } from 'node:crypto';
import * as z from 'zod';
import { NotFoundError } from '../../errors.ts';
import type { Documents } from '../../ports.ts';
import { answerReplySchema } from './answer-steps.ts';
import type { StoredPrompt } from './stored-prompt.ts';

const cachedReplySchema = z.strictObject({ reply: answerReplySchema, model: z.string() });
/** What a model replied, and which. */
export type CachedReply = z.infer<typeof cachedReplySchema>;

/** What decides a reply beside the tenant. */
interface Asked {
  readonly tenant: string;
  /** Hash of the prompt's template. */
  readonly promptHash: string;
  readonly variables: StoredPrompt['variables'];
}

const BLOB = 'cached-reply';

/**
 * Keeps a model's reply for the same question (letter case and white space aside) on the same
 * passages under the same prompt. The passages stand for the document filter and for the index as
 * it is: when either changes what is found, the reply is not found. Guard-output judges a cached
 * reply like a new one, so a changed guardrail applies to it.
 */
export async function storeCachedReply(
  documents: Documents,
  asked: Asked,
  cached: CachedReply,
): Promise<void> {
  const body = new TextEncoder().encode(JSON.stringify(cached));
  await documents.put(keyOf(asked), body, 'application/json');
}

/** Null where there is none, or one of another shape. */
export async function loadCachedReply(
  documents: Documents,
  asked: Asked,
): Promise<CachedReply | null> {
  try {
    const bytes = await documents.get(keyOf(asked));
    const parsed = cachedReplySchema.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    if (error instanceof NotFoundError) return null;
    throw error;
  }
}

function keyOf({ tenant, promptHash, variables }: Asked) {
  const question = variables.question.normalize('NFKC').toLowerCase().trim().replace(/\s+/g, ' ');
  const content = JSON.stringify([promptHash, question, variables.passages]);
  const documentId = createHash('sha256').update(content).digest('hex').slice(0, 32);
  return { tenant, documentId, name: BLOB };
}
