import { taxonomy } from '../../config/taxonomy.ts';
import { planByModel } from '../../lambda/domain/llmops/plan/plan-by-model.ts';
import { recordQuerySchema } from '../../lambda/domain/llmops/plan/record-query.ts';
import { vocabularyOf } from '../../lambda/domain/llmops/plan/vocabulary.ts';
import { configurationHere } from '../steps/configurations.ts';
import { smallModel } from './small-model.ts';

/** Which operation each asks for; what so small a model makes of them is printed, not held. */
const QUESTIONS = [
  ['How many invoices are there?', 'count'],
  ['What do all invoices add up to?', 'sum'],
  ['Which leases have no expiry date?', 'list'],
  ['Which receipt shows the highest total?', 'largest'],
] as const;

test('every plan of a model is a checked query, or none', async () => {
  const plan = planByModel({
    languageModel: smallModel(),
    configuration: configurationHere(),
  });
  const vocabulary = vocabularyOf(taxonomy);
  const made: { readonly wanted: string; readonly operation: string | null }[] = [];
  for (const [question, wanted] of QUESTIONS) {
    const planned = await plan({ tenant: 'acme', question, documents: [], vocabulary, taxonomy });
    if (planned !== null && planned.query !== null) recordQuerySchema().parse(planned.query);
    made.push({ wanted, operation: planned?.query?.operation ?? null });
    expect(planned?.usage.inputTokens ?? 1).toBeGreaterThan(0);
  }
  const planned = made.filter(({ operation }) => operation !== null).length;
  const right = made.filter(({ wanted, operation }) => wanted === operation).length;
  console.info(JSON.stringify({ questions: made.length, planned, right, made }));
}, 600_000);
