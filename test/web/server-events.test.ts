import { readEvents } from '../../web/server-events.ts';

/** A reply that arrives in the given pieces. */
function replyOf(...pieces: readonly string[]): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const piece of pieces) controller.enqueue(encoder.encode(piece));
      controller.close();
    },
  });
  return new Response(body);
}

async function eventsOf(reply: Response) {
  const events = [];
  for await (const event of readEvents(reply)) events.push(event);
  return events;
}

test('an event that arrives in pieces is one event', async () => {
  const reply = replyOf('event: st', 'ep\ndata: {"step":', '"a"}\n', '\nevent: done\ndata: 1\n\n');
  expect(await eventsOf(reply)).toEqual([
    { event: 'step', data: { step: 'a' } },
    { event: 'done', data: 1 },
  ]);
});

test('an event that was cut off is not taken for a whole one', async () => {
  expect(await eventsOf(replyOf('event: done\ndata: {"text":"The la'))).toEqual([]);
});

test('comments that keep the connection open are passed over', async () => {
  expect(await eventsOf(replyOf(': waiting\n\ndata: 1\n\n'))).toEqual([
    { event: 'message', data: 1 },
  ]);
});
