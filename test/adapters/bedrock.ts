import { createHash } from 'node:crypto';
import { EventStreamCodec } from '@smithy/core/event-streams';
import * as z from 'zod';
import { type Reply, type SentRequest, type StandIn, startStandIn } from './stand-in.ts';

const encoder = new TextEncoder();
const codec = new EventStreamCodec(
  (bytes) => new TextDecoder().decode(bytes),
  (text) => encoder.encode(text),
);

/** Replies to Converse and ConverseStream with one text, in Bedrock's words. */
export function conversation(text: string): (request: SentRequest) => Reply {
  return ({ path }) => {
    if (!path.endsWith('/converse-stream')) {
      return {
        body: {
          output: { message: { role: 'assistant', content: [{ text }] } },
          stopReason: 'end_turn',
          usage: { inputTokens: 31, outputTokens: 12, totalTokens: 43 },
          metrics: { latencyMs: 412 },
        },
      };
    }
    const middle = Math.floor(text.length / 2);
    const events = [
      event('messageStart', { role: 'assistant' }),
      ...[text.slice(0, middle), text.slice(middle)].map((piece) =>
        event('contentBlockDelta', { contentBlockIndex: 0, delta: { text: piece } }),
      ),
      event('messageStop', { stopReason: 'end_turn' }),
    ];
    return {
      headers: { 'content-type': 'application/vnd.amazon.eventstream' },
      body: Buffer.concat(events),
    };
  };
}

/** A failure as the service words it. */
export function refusal(status: number, name: string, message: string): Reply {
  return { status, headers: { 'x-amzn-errortype': name }, body: { message } };
}

function event(type: string, payload: object): Uint8Array {
  return codec.encode({
    headers: {
      ':message-type': { type: 'string', value: 'event' },
      ':event-type': { type: 'string', value: type },
      ':content-type': { type: 'string', value: 'application/json' },
    },
    body: encoder.encode(JSON.stringify(payload)),
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
