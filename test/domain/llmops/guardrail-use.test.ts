import { prices } from '../../../config/prices.ts';
import {
  guardrailCostUsd,
  meteredGuardrail,
} from '../../../lambda/domain/llmops/answer/guardrail-use.ts';

const silent = {
  id: 'g',
  version: '1',
  assess: ({ text }: { readonly text: string }) =>
    Promise.resolve({ action: 'none' as const, text, triggers: [] }),
};

test('a text unit is 1,000 characters, and grounding counts source and question too', async () => {
  const guardrail = meteredGuardrail(silent);
  const text = 'a'.repeat(1_001);
  await guardrail.assess({ direction: 'output', text, source: 'b'.repeat(2_000), query: 'c' });
  await guardrail.assess({ direction: 'output', text: 'short' });
  expect(guardrail.used()).toEqual({ calls: 2, textUnits: 3, groundingUnits: 4 });
});

test('a thousand units cost the list price of every policy', () => {
  // 0.15 content, 0.15 topics, 0.10 personal data, words free; 0.10 contextual grounding.
  const usd = guardrailCostUsd({ textUnits: 1_000, groundingUnits: 1_000 }, prices);
  expect(usd).toBeCloseTo(0.5, 9);
});

test('an unknown price makes the whole unknown', () => {
  expect(guardrailCostUsd({ textUnits: 1, groundingUnits: 0 }, {})).toBeNull();
});
