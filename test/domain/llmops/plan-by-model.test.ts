import { taxonomy } from '../../../config/taxonomy.ts';
import type { LanguageModelRequest } from '../../../lambda/domain/gateway/language-model-exchange.ts';
import type { DocumentFacts } from '../../../lambda/domain/llmops/plan/document-facts.ts';
import { planByModel } from '../../../lambda/domain/llmops/plan/plan-by-model.ts';
import { vocabularyOf } from '../../../lambda/domain/llmops/plan/vocabulary.ts';
import { AccessError, ModelUnavailableError } from '../../../lambda/errors.ts';
import type { LanguageModel } from '../../../lambda/ports.ts';
import { configurationHere } from '../../steps/configurations.ts';

const vocabulary = vocabularyOf(taxonomy);
const configuration = configurationHere();
const documents: readonly DocumentFacts[] = [
  {
    documentId: 'i1',
    name: 'i1.pdf',
    category: 'invoice',
    categoryConfidence: 1,
    fields: { issuer_name: { value: 'Acme Ltd', confidence: 1, spans: [] } },
    violates: [],
  },
];
const asked = {
  tenant: 'acme',
  question: 'Which bills did Acme send us since spring?',
  documents,
  vocabulary,
  taxonomy,
};
const CALL = {
  answerFrom: 'fields',
  operation: 'list',
  categories: ['invoice'],
  field: null,
  conditions: [{ field: 'issuer_name', comparison: 'equals', value: 'Acme' }],
};

/** A model that calls the tool so, and keeps what it was asked. */
function calling(input: unknown, requests: LanguageModelRequest[] = []): LanguageModel {
  return {
    reader: 'test-model',
    async *generate(request) {
      requests.push(request);
      yield { type: 'served', model: 'test-model', fallback: false, cached: false };
      yield { type: 'tool-call', id: 't1', name: 'plan_question', input };
      yield { type: 'usage', inputTokens: 90, outputTokens: 20, costUsd: 0.001 };
      yield { type: 'stop', reason: 'tool-use' };
    },
  };
}
function failing(error: Error): LanguageModel {
  return {
    reader: 'test-model',
    async *generate() {
      yield await Promise.reject(error);
    },
  };
}
const plan = (languageModel: LanguageModel) => planByModel({ languageModel, configuration })(asked);

test('a call becomes a query; names are those that documents bear', async () => {
  expect(await plan(calling(CALL))).toEqual({
    query: {
      operation: 'list',
      categories: ['invoice'],
      field: null,
      conditions: [{ fields: ['issuer_name'], comparison: 'equals', values: ['Acme Ltd'] }],
      documentIds: [],
      violates: [],
      limit: 1,
    },
    model: 'test-model',
    usage: { inputTokens: 90, outputTokens: 20 },
    costUsd: 0.001,
  });
});

test('the tool takes the taxonomy’s names and no others', async () => {
  const requests: LanguageModelRequest[] = [];
  await plan(calling(CALL, requests));
  const [request] = requests;
  expect(request?.toolChoice).toBe('plan_question');
  expect(JSON.stringify(request?.tools?.[0]?.inputSchema)).toContain('"purchase-order"');
  expect(request?.messages[0]?.text).toContain(asked.question);
});

const condition = (one: object) => ({ ...CALL, conditions: [one] });
test.each([
  ['leaves it to the passages', { ...CALL, answerFrom: 'passages' }],
  ['names a category that there is not', { ...CALL, categories: ['bill'] }],
  [
    'names a party that no document bears',
    condition({ field: 'issuer_name', comparison: 'equals', value: 'Gamma' }),
  ],
  ['gives a date that is none', condition({ field: 'due_date', comparison: 'above', value: '' })],
  [
    'gives an amount that is none',
    condition({ field: 'total_amount', comparison: 'above', value: 'a lot' }),
  ],
  ['adds up nothing', { ...CALL, operation: 'sum' }],
  ['calls with something else', 'yes'],
])('there is no query where the model %s', async (_, call) => {
  expect((await plan(calling(call)))?.query).toBeNull();
});

test('where no model replies the plan by rules stands; a mistake of the set-up is told', async () => {
  expect(await plan(failing(new ModelUnavailableError('throttled', 'busy')))).toBeNull();
  await expect(plan(failing(new AccessError('model x needs access')))).rejects.toThrow('model x');
});
