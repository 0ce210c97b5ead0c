import { describeOpen, openDocument, openQuestion } from '../../../local/run/open-failures.ts';
import { done, measured } from '../../domain/compare/tiny-run.ts';

const failedBy = (name: string) => {
  const llmops = { side: 'llmops', status: 'failed', error: { name, message: 'busy' } } as const;
  return measured('a', null, { mlops: done('mlops', 'x', 1, {}), llmops }).record;
};

test.each([
  'ModelUnavailableError',
  'AccessError',
  'NotFoundError',
  'LimitExceededError',
])('a document that %s left without a result is open', (name) => {
  expect(openDocument(failedBy(name))?.cause).toBe(`${name}: busy`);
});

test.each([
  'ModelReplyError',
  'ModelRefusalError',
  'ContextOverflowError',
])('%s is a result: it says what the model can do', (name) => {
  expect(openDocument(failedBy(name))).toBeNull();
});

test('an answer of a fallback for want of the model is open', () => {
  expect(openQuestion('q', { cause: 'ModelUnavailableError: busy' })?.id).toBe('q');
});

test('an answer that the model gave in another form is a result', () => {
  expect(openQuestion('q', { cause: 'ModelReplyError: no mark' })).toBeNull();
});

test('says how much is open, why, and what to do', () => {
  const open = ['a', 'b'].map((id) => ({ what: 'document', id, cause: 'X: busy' }) as const);
  expect(describeOpen(open)).toMatch(/^2 documents and 0 questions .*2 × X: busy.*same command/s);
});
