/** One event of a stream; `data` is its parsed JSON. */
export interface ServerEvent {
  readonly event: string;
  readonly data: unknown;
}

/**
 * Events of a reply of media type `text/event-stream` (HTML Living Standard, 9.2). EventSource
 * itself can neither POST nor send a token.
 */
export async function* readEvents(reply: Response): AsyncGenerator<ServerEvent> {
  const reader = reply.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (reader === undefined) return;
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const blocks = (rest + value).replaceAll('\r\n', '\n').split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const event = parseEvent(block);
      if (event !== null) yield event;
    }
  }
}

function parseEvent(block: string): ServerEvent | null {
  const lines = block.split('\n');
  const values = (name: string) =>
    lines.flatMap((line) =>
      line.startsWith(`${name}:`) ? [line.slice(name.length + 1).replace(/^ /, '')] : [],
    );
  const data = values('data');
  if (data.length === 0) return null;
  return { event: values('event')[0] ?? 'message', data: JSON.parse(data.join('\n')) };
}
