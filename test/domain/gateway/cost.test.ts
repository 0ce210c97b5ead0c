import { models } from '../../../config/models.ts';
import { prices } from '../../../config/prices.ts';
import { costUsd } from '../../../lambda/domain/gateway/cost.ts';

const usage = { inputTokens: 1_000_000, outputTokens: 1_000_000 };
const use = { usage, prices, catalogue: models };

test('a million tokens in and out cost the sum of both list prices', () => {
  const key = models.answer.price;
  const listed = (prices[`${key}.input`]?.usd ?? 0) + (prices[`${key}.output`]?.usd ?? 0);
  expect(costUsd({ ...use, model: models.answer.id })).toBeCloseTo(listed, 6);
});

test('a model without a price costs null, not nothing', () => {
  expect(costUsd({ ...use, model: 'unknown-model' })).toBeNull();
});

test('the extractive reader costs nothing', () => {
  expect(costUsd({ ...use, model: 'extractive' })).toBe(0);
});

test('an unknown price makes the whole cost null', () => {
  const unknown = { usd: null, unit: '1,000,000 tokens', region: '', asOf: '', source: '' };
  const known = { ...prices, [`${models.answer.price}.output`]: unknown };
  expect(costUsd({ ...use, prices: known, model: models.answer.id })).toBeNull();
});
