import { createHash } from 'node:crypto';
import { EventStreamCodec } from '@smithy/core/event-streams';
import * as z from 'zod';
import { type Reply, type StandIn, startStandIn } from './stand-in.ts';

const encoder = new TextEncoder();
const codec = new EventStreamCodec(
  (bytes) => new TextDecoder().decode(bytes),
  (text) => encoder.encode(text),
);

const STREAM = { 'content-type': 'application/vnd.amazon.eventstream' };

/** Replies to ConverseStream with one text in two pieces, in Bedrock's words. */
export function conversation(text: string, stopReason = 'end_turn'): () => Reply {
  const middle = Math.floor(text.length / 2);
  const pieces = [text.slice(0, middle), text.slice(middle)].map((piece) =>
    event('contentBlockDelta', { contentBlockIndex: 0, delta: { text: piece } }),
  );
  return streamed([
    event('messageStart', { role: 'assistant' }),
    ...pieces,
    event('contentBlockStop', { contentBlockIndex: 0 }),
    event('messageStop', { stopReason }),
    event('metadata', { usage: { inputTokens: 31, outputTokens: 12, totalTokens: 43 } }),
  ]);
}

/** Replies with one call of a tool, its input in two pieces. */
export function toolUse(name: string, input: object): () => Reply {
  const json = JSON.stringify(input);
  const pieces = [json.slice(0, 5), json.slice(5)].map((piece) =>
    event('contentBlockDelta', { contentBlockIndex: 0, delta: { toolUse: { input: piece } } }),
  );
  return streamed([
    event('messageStart', { role: 'assistant' }),
    event('contentBlockStart', {
      contentBlockIndex: 0,
      start: { toolUse: { toolUseId: 'call-1', name } },
    }),
    ...pieces,
    event('contentBlockStop', { contentBlockIndex: 0 }),
    event('messageStop', { stopReason: 'tool_use' }),
    event('metadata', { usage: { inputTokens: 31, outputTokens: 12, totalTokens: 43 } }),
  ]);
}

export function streamed(events: readonly Uint8Array[]): () => Reply {
  return () => ({ headers: STREAM, body: Buffer.concat(events) });
}

/** A failure as the service words it. */
export function refusal(status: number, name: string, message: string): Reply {
  return { status, headers: { 'x-amzn-errortype': name }, body: { message } };
}

export function event(type: string, payload: object): Uint8Array {
  return codec.encode({
    headers: {
      ':message-type': { type: 'string', value: 'event' },
      ':event-type': { type: 'string', value: type },
      ':content-type': { type: 'string', value: 'application/json' },
    },
    body: encoder.encode(JSON.stringify(payload)),
  });
}

/** A failure inside the stream. */
export function exception(type: string, message: string): Uint8Array {
  return codec.encode({
    headers: {
      ':message-type': { type: 'string', value: 'exception' },
      ':exception-type': { type: 'string', value: type },
      ':content-type': { type: 'string', value: 'application/json' },
    },
    body: encoder.encode(JSON.stringify({ message })),
  });
}

const titanSchema = z.strictObject({
  inputText: z.string().min(1),
  dimensions: z.number(),
  normalize: z.literal(true),
});

/** Titan's replies: a unit vector made from the text's hash. */
export async function startTitan(): Promise<StandIn> {
  return startStandIn(({ body }) => {
    const { inputText, dimensions } = titanSchema.parse(JSON.parse(body));
    const values = Array.from({ length: dimensions }, (_, at) => {
      const hash = createHash('sha256').update(`${inputText}/${at}`).digest();
      return hash.readInt16BE(0);
    });
    const length = Math.hypot(...values);
    const embedding = values.map((value) => value / length);
    return { body: { embedding, inputTextTokenCount: inputText.split(' ').length } };
  });
}
