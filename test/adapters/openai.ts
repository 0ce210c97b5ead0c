import type { Reply } from './stand-in.ts';

export const EVENT_STREAM = { 'content-type': 'text/event-stream' };

/** Replies to a streamed chat completion with one text in two pieces, in OpenAI's words. */
export function completion(text: string, reason = 'stop'): () => Reply {
  const middle = Math.floor(text.length / 2);
  const pieces = [text.slice(0, middle), text.slice(middle)];
  return chunks([...pieces.map((content) => delta({ content })), end(reason), USAGE]);
}

/** Replies with one call of a tool, its arguments in two pieces. */
export function toolCalls(name: string, input: object): () => Reply {
  const json = JSON.stringify(input);
  const call = (piece: object) => delta({ tool_calls: [{ index: 0, ...piece }] });
  return chunks([
    call({ id: 'call-1', type: 'function', function: { name, arguments: json.slice(0, 5) } }),
    call({ function: { arguments: json.slice(5) } }),
    end('tool_calls'),
    USAGE,
  ]);
}

export function chunks(values: readonly object[]): () => Reply {
  return () => ({ headers: EVENT_STREAM, body: `${values.map(data).join('')}data: [DONE]\n\n` });
}

/** One server-sent event. */
export function data(value: object): string {
  return `data: ${JSON.stringify(value)}\n\n`;
}

export function delta(value: object): object {
  return { choices: [{ index: 0, delta: value, finish_reason: null }] };
}

export function end(reason: string): object {
  return { choices: [{ index: 0, delta: {}, finish_reason: reason }] };
}

export const USAGE = { choices: [], usage: { prompt_tokens: 31, completion_tokens: 12 } };
