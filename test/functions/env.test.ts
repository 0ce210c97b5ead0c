import { answerModelEnv, documentsEnv, ingestionEnv, vectorsEnv } from '../../lambda/env.ts';

test('gives what is set, by property', () => {
  expect(documentsEnv({ DOCUMENTS_BUCKET: 'documents' })).toEqual({ documentsBucket: 'documents' });
});

test('names every variable that is missing or wrong', () => {
  expect(() => vectorsEnv({ COLLECTION_ENDPOINT: 'collection' })).toThrow(
    /COLLECTION_ENDPOINT: Invalid URL; VECTOR_INDEX: it is not set/,
  );
});

test('names the key of a JSON variable that is wrong', () => {
  expect(() => ingestionEnv({ INGESTION_LIMITS: '{"maxBytes":50}' })).toThrow(
    'INGESTION_LIMITS.maxBytes',
  );
});

test('a variable that is no JSON is said to be none', () => {
  expect(() => ingestionEnv({ INGESTION_LIMITS: '{' })).toThrow('INGESTION_LIMITS: must be JSON');
});

test('an empty variable counts as wrong', () => {
  expect(() => documentsEnv({ DOCUMENTS_BUCKET: '' })).toThrow('DOCUMENTS_BUCKET');
});

test('a model without a profile is called by its id', () => {
  const { model } = answerModelEnv({ ANSWER_MODEL_ID: 'haiku', FALLBACK_MODEL_ID: 'nova' });
  expect(model).toEqual({ provider: 'bedrock', id: 'haiku', profile: undefined });
});
