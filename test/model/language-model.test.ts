import * as z from 'zod';
import { collectReply } from '../../lambda/domain/gateway/collect-reply.ts';
import type { LanguageModelRequest } from '../../lambda/domain/gateway/language-model-exchange.ts';
import { generateParsed } from '../../lambda/domain/llmops/model-reply.ts';
import { smallModel } from './small-model.ts';

/** What is held is the path to a model that exists, not what so small a one says. */

const request: LanguageModelRequest = {
  tenant: 'acme',
  task: 'answer-question',
  messages: [{ role: 'user', text: 'Payment is due in 30 days. When is payment due?' }],
  variables: {},
  maxOutputTokens: 60,
};
const schema = z.strictObject({ days: z.int(), unit: z.enum(['days', 'months']) });

test('replies in pieces, counts its tokens and says why it stopped', async () => {
  const types: string[] = [];
  let isCounted = false;
  for await (const event of smallModel().generate(request)) {
    types.push(event.type);
    if (event.type === 'usage') isCounted = event.inputTokens > 5 && event.outputTokens > 0;
  }
  expect([types[0], types.filter((type) => type === 'text').length > 3, isCounted]).toEqual([
    'served',
    true,
    true,
  ]);
  expect(types.at(-1)).toBe('stop');
});

test('a reply that is cut off says so', async () => {
  const short = { ...request, maxOutputTokens: 3 };
  expect((await collectReply(smallModel().generate(short))).stopReason).toBe('max-tokens');
});

test('replies in the shape that is asked for', async () => {
  const { $schema: _, ...outputSchema } = z.toJSONSchema(schema);
  const shaped = { ...request, outputSchema };
  const { value } = await generateParsed(smallModel(), shaped, schema);
  expect(schema.safeParse(value).success).toBe(true);
});

test('calls a tool that it must call', async () => {
  const { $schema: _, ...inputSchema } = z.toJSONSchema(schema);
  const tools = [{ name: 'payment', description: 'Notes when payment is due', inputSchema }];
  const forced = { ...request, tools, toolChoice: 'payment' };
  const { toolCalls } = await collectReply(smallModel().generate(forced));
  expect(toolCalls.map(({ name, input }) => [name, schema.safeParse(input).success])).toEqual([
    ['payment', true],
  ]);
});

test('leaving a reply ends it at once', async () => {
  const long = { ...request, maxOutputTokens: 2_000 };
  const started = Date.now();
  for await (const event of smallModel().generate(long)) if (event.type === 'text') break;
  expect(Date.now() - started).toBeLessThan(60_000);
});
