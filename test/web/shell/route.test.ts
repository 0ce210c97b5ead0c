import { askHref, documentHref, parseRoute } from '../../../web/shell/route.ts';

test.each([
  ['', { page: 'overview' }],
  ['#/', { page: 'overview' }],
  ['#/documents', { page: 'documents' }],
  ['#/documents/d1', { page: 'document', id: 'd1', at: null }],
  ['#/ask', { page: 'ask', documentId: null }],
  ['#/admin', { page: 'missing', path: 'admin' }],
])('the hash %j is its page', (hash, route) => {
  expect(parseRoute(hash)).toEqual(route);
});

test('a link to a range of a document reads back as that range', () => {
  expect(parseRoute(documentHref('a/b?c', [12, 40]))).toEqual({
    page: 'document',
    id: 'a/b?c',
    at: [12, 40],
  });
});

test('a link to ask about a document reads back as that document', () => {
  expect(parseRoute(askHref('d 1'))).toEqual({ page: 'ask', documentId: 'd 1' });
});

test('a range that is none is no range', () => {
  expect(parseRoute('#/documents/d1?at=x-3')).toMatchObject({ at: null });
});
