import { equal, match, ok } from 'node:assert/strict';
import * as z from 'zod';
import type { Product } from './deployed-product.ts';
import type { Facts } from './facts.ts';

const answerSchema = z.looseObject({
  interactionId: z.string(),
  status: z.string(),
  text: z.string(),
  records: z.looseObject({ found: z.number() }).optional(),
});
const explanationSchema = z.looseObject({
  questions: z.array(z.looseObject({ status: z.string(), said: z.string() })),
});

/** What records answer, what explains them, and what is erased. */
export async function govern(
  product: Product,
  facts: Facts,
  asked: {
    readonly token: string;
    readonly stranger: string;
    readonly documents: ReadonlyMap<string, string>;
  },
): Promise<void> {
  const { token, stranger, documents } = asked;
  const operator = await product.signUp('gov@example.com', 'tenant-a', ['operator']);
  let counted = '';
  await facts.holds(
    'a count is reckoned from extracted fields, of the own tenant only',
    async () => {
      const count = async (who: string) => {
        const reply = await product.call(who, '/ask', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ question: 'How many documents are there?' }),
        });
        const text = await reply.text();
        equal(reply.status, 200, text);
        return answerSchema.parse(JSON.parse(text));
      };
      const own = await count(token);
      counted = own.interactionId;
      equal(own.status, 'answered', own.text);
      ok((own.records?.found ?? 0) >= documents.size, own.text);
      equal((await count(stranger)).records?.found, 0);
    },
  );
  await facts.holds('a past question is found and explained by whom it belongs to', async () => {
    match(await (await product.call(token, '/interactions')).text(), new RegExp(counted));
    const explained = await product.call(token, `/explanations/${counted}`);
    const { questions } = explanationSchema.parse(await explained.json());
    equal(questions.length, 5);
    equal((await product.call(stranger, `/explanations/${counted}`)).status, 404);
  });
  await facts.holds('an operator, and nobody else, erases a document', async () => {
    const id = documents.get('invoice.txt') ?? '';
    const path = `/documents/${id}?reason=${encodeURIComponent('the drive wants it')}`;
    equal((await product.call(token, path, { method: 'DELETE' })).status, 403);
    const erased = await product.call(operator, path, { method: 'DELETE' });
    const text = await erased.text();
    equal(erased.status, 200, text);
    ok(z.object({ answers: z.number() }).parse(JSON.parse(text)).answers > 0, text);
    equal((await product.call(token, `/documents/${id}`)).status, 404);
  });
}
