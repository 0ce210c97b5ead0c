import { loadConfiguration, type ProfileName } from '../../../config/load-profile.ts';
import type { ProjectedCost } from '../../../lambda/domain/compare/report-schema.ts';
import { expectedCost, type MeasuredCost } from '../../../lib/doctor/expected-cost.ts';
import { slowResources } from '../../../lib/doctor/slow-resources.ts';
import { synthesize } from '../synthesize.ts';

const expected = (env: ProfileName, report: MeasuredCost | null) =>
  expectedCost({ checked: synthesize(env), configuration: loadConfiguration(env) }, report);

const line = (item: string, price: string, quantity: number | null) => ({
  item,
  price,
  quantity,
  priceUsd: null,
  unit: '',
  region: '',
  asOf: '',
  source: '',
  usd: null,
  note: '',
});
const cost = (...lines: ReturnType<typeof line>[]): ProjectedCost => ({
  projected: true,
  model: 'm',
  profile: 'student',
  documentsPerMonth: 50_000,
  atLeast: false,
  lines,
});

test('without a run the cost of a thousand documents is unknown, the idle cost is not', () => {
  const { idleUsdPerMonth, thousand } = expected('student', null);
  expect(thousand).toBeNull();
  expect(idleUsdPerMonth).toBeCloseTo(0.5);
});

test('what a run measured is priced a thousand times; hours are told apart', () => {
  const { reader, thousand } = expected('student', {
    reader: 'extractive',
    sides: {
      mlops: { cost: cost(line('calls', 'lambda.requests', 10)) },
      llmops: {
        cost: cost(line('vector index', 'opensearch.serverless.ocu', 0.03)),
        answerCost: cost(line('input tokens', 'bedrock.claude-haiku-4-5.eu.input', 2_000)),
      },
    },
  });
  expect(reader).toBe('extractive');
  // 10 × 1,000 requests at 0.20 a million; 2,000 × 1,000 tokens at 1.10 a million.
  expect(thousand).toMatchObject([
    { of: 'documents, mlops', usd: expect.closeTo(0.002, 6), unknown: [], byTheHour: {} },
    { of: 'documents, llmops', usd: null, byTheHour: { 'opensearch.serverless.ocu': 0.24 } },
    { of: 'questions', usd: expect.closeTo(2.2, 6) },
  ]);
});

test('what was not measured is named, and the sum is a lower bound', () => {
  const lines = [line('calls', 'lambda.requests', 10), line('tokens', 'lambda.requests', null)];
  const report = { reader: 'm', sides: { mlops: { cost: cost(...lines) }, llmops: null } };
  expect(expected('dev', report).thousand).toMatchObject([
    {
      usd: expect.closeTo(0.002, 6),
      unknown: ['tokens (lambda.requests)', 'serverless endpoint (sagemaker.serverless)'],
    },
  ]);
});

test('what a deployment waits for is counted by kind', () => {
  expect(slowResources(synthesize('student'))).toEqual({
    'AWS::OpenSearchServerless::Collection': 1,
    'AWS::SageMaker::FeatureGroup': 1,
    'AWS::CloudFront::Distribution': 1,
  });
});
