import { equal, match, ok } from 'node:assert/strict';
import * as z from 'zod';
import type { Product } from './deployed-product.ts';
import type { Facts } from './facts.ts';

const listSchema = z.looseObject({
  pointers: z.looseObject({ candidate: z.string(), live: z.string() }),
});
const shownSchema = z.looseObject({
  bundle: z.looseObject({
    prompts: z.record(z.string(), z.looseObject({ template: z.string() })),
    guardrail: z.looseObject({ id: z.string(), version: z.string() }),
  }),
  events: z.array(z.looseObject({ action: z.string(), by: z.looseObject({ name: z.string() }) })),
});
const answerSchema = z.looseObject({
  configuration: z.looseObject({ release: z.string() }).nullable(),
});

/** What was deployed is a release that serves, answers name it, and people's acts meet the rules. */
export async function release(product: Product, facts: Facts, token: string): Promise<void> {
  const operator = await product.signUp('rel@example.com', 'tenant-a', ['operator']);
  const approver = await product.signUp('app@example.com', 'tenant-a', ['approver']);
  const post = async (who: string, act: string) => {
    const reply = await product.call(who, `/releases/llmops/live/${act}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ why: 'the drive wants it' }),
    });
    return { status: reply.status, text: await reply.text() };
  };
  let live = '';
  await facts.holds('the first deployment published a release, whole, and it serves', async () => {
    const listed = await (await product.call(operator, '/releases/llmops')).json();
    const { pointers } = listSchema.parse(listed);
    live = pointers.live;
    equal(pointers.candidate, live);
    const reply = await product.call(operator, `/releases/llmops/${live}`);
    const { bundle, events } = shownSchema.parse(await reply.json());
    ok((bundle.prompts['answer-question']?.template ?? '').length > 0);
    ok(bundle.guardrail.id.length > 0 && bundle.guardrail.version.length > 0);
    equal(events[0]?.by.name, 'deployment');
  });
  await facts.holds('an answer names the release that it was made with', async () => {
    const reply = await product.call(token, '/ask', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ question: 'Which law governs the agreement?' }),
    });
    const text = await reply.text();
    equal(reply.status, 200, text);
    equal(answerSchema.parse(JSON.parse(text)).configuration?.release, live);
  });
  await facts.holds('acts on releases are held to roles, proposals and what serves', async () => {
    equal((await post(token, 'proposal')).status, 403);
    equal((await post(operator, 'approval')).status, 403);
    const again = await post(operator, 'proposal');
    equal(again.status, 409, again.text);
    match(again.text, /serves already/);
    const unproposed = await post(approver, 'approval');
    equal(unproposed.status, 409, unproposed.text);
    match(unproposed.text, /must be proposed/);
  });
}
