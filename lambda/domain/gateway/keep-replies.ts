import { createHash } from 'node:crypto';
import * as z from 'zod';
import { ModelReplyError, ModelUnavailableError, NotFoundError } from '../../errors.ts';
import type { LanguageModel } from '../../ports.ts';
import type { DocumentsRead, DocumentsWrite } from '../../store-ports.ts';
import { type LanguageModelRequest, languageModelEventSchema } from './language-model-exchange.ts';
import type { LanguageModelEvent } from './language-model-exchange.ts';

const BLOB = 'cached-reply';
export type ReplyStore = Pick<DocumentsRead<typeof BLOB>, 'get'> & DocumentsWrite<typeof BLOB>;

/**
 * Keeps whole replies of a model, and gives the one to the same request where no model replies, marked
 * `cached`. The same: the same model was asked for the same task with the same messages (letter case and
 * white space aside), tools and shape. The messages hold the prompt's template and the passages, so
 * that a changed prompt or index finds nothing. Who reads a kept reply judges it like a new one.
 */
export function keepReplies(model: LanguageModel, documents: ReplyStore): LanguageModel {
  return {
    reader: model.reader,
    async *generate(request, options = {}) {
      const key = keyOf(model.reader, request);
      let events: LanguageModelEvent[] = [];
      try {
        for await (const event of model.generate(request, options)) {
          if (event.type === 'served') events = [];
          events.push(event);
          yield event;
        }
      } catch (error) {
        const mayHelp = error instanceof ModelUnavailableError || error instanceof ModelReplyError;
        if (!mayHelp || options.signal?.aborted || options.isReleased?.()) throw error;
        const kept = await load(documents, key);
        if (kept === null) throw error;
        yield* kept.map(asKept);
        return;
      }
      const last = events.at(-1);
      if (last?.type === 'stop' && (last.reason === 'end' || last.reason === 'tool-use')) {
        await documents.put(key, encode(events), 'application/json');
      }
    },
  };
}

/** Nothing is paid for a kept reply. */
function asKept(event: LanguageModelEvent): LanguageModelEvent {
  if (event.type === 'served') return { ...event, cached: true };
  return event.type === 'usage' ? { ...event, inputTokens: 0, outputTokens: 0, costUsd: 0 } : event;
}

/** Null where there is none, or one of another shape. */
async function load(
  documents: Pick<ReplyStore, 'get'>,
  key: ReturnType<typeof keyOf>,
): Promise<readonly LanguageModelEvent[] | null> {
  try {
    const text = new TextDecoder().decode(await documents.get(key));
    const parsed = z.array(languageModelEventSchema()).safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    if (error instanceof NotFoundError) return null;
    throw error;
  }
}

function keyOf(model: string, request: LanguageModelRequest) {
  const { tenant, task, messages, tools, toolChoice, outputSchema } = request;
  const said = messages.map((message) => ({ ...message, text: plain(message.text) }));
  const content = JSON.stringify([model, task, said, tools, toolChoice, outputSchema]);
  const documentId = createHash('sha256').update(content).digest('hex').slice(0, 32);
  return { tenant, documentId, name: BLOB } as const;
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim().replace(/\s+/g, ' ');
}

function encode(events: readonly LanguageModelEvent[]): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(events));
}
