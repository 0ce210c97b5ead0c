import { ModelUnavailableError } from '../../errors.ts';
import type { TokenUsage } from '../document/document.ts';
import type {
  LanguageModelEvent,
  Served,
  StopReason,
  ToolCall,
} from './language-model-exchange.ts';

/** A whole reply, for callers that cannot use a part of one. */
export interface LanguageModelReply {
  readonly text: string;
  readonly toolCalls: readonly ToolCall[];
  readonly usage: TokenUsage;
  /** Null where no price is known. */
  readonly costUsd: number | null;
  readonly stopReason: StopReason;
  readonly served: Served;
}

/** Reads the events to their end. @throws ModelUnavailableError where the end is missing */
export async function collectReply(
  events: AsyncIterable<LanguageModelEvent>,
): Promise<LanguageModelReply> {
  let reply = begun({ model: '', fallback: false, cached: false });
  let stopReason: StopReason | null = null;
  for await (const event of events) {
    switch (event.type) {
      case 'served':
        reply = begun({ model: event.model, fallback: event.fallback, cached: event.cached });
        break;
      case 'text':
        reply.text += event.text;
        break;
      case 'tool-call':
        reply.toolCalls.push({ id: event.id, name: event.name, input: event.input });
        break;
      case 'usage':
        reply.usage = { inputTokens: event.inputTokens, outputTokens: event.outputTokens };
        reply.costUsd = event.costUsd;
        break;
      case 'stop':
        stopReason = event.reason;
        break;
    }
  }
  if (stopReason !== null) return { ...reply, stopReason };
  throw new ModelUnavailableError(
    'interrupted',
    `a reply of ${reply.served.model} must end with the reason it stopped, and broke off; try again`,
  );
}

interface Begun {
  text: string;
  readonly toolCalls: ToolCall[];
  usage: TokenUsage;
  costUsd: number | null;
  readonly served: Served;
}

function begun(served: Served): Begun {
  const usage = { inputTokens: 0, outputTokens: 0 };
  return { text: '', toolCalls: [], usage, costUsd: null, served };
}
