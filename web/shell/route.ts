import { useSyncExternalStore } from 'react';

/** Hash routes: they work behind any static host and in a file. */
export type Route =
  | { readonly page: 'overview' }
  | { readonly page: 'documents' }
  | {
      readonly page: 'document';
      readonly id: string;
      readonly at: readonly [number, number] | null;
    }
  | { readonly page: 'ask'; readonly documentId: string | null }
  | { readonly page: 'records' }
  | { readonly page: 'explanation'; readonly id: string }
  | { readonly page: 'missing'; readonly path: string };

export const overviewHref = '#/';
export const documentsHref = '#/documents';
export const recordsHref = '#/records';

/** `at` scrolls to a character range of the document's text. */
export function documentHref(id: string, at?: readonly [number, number]): string {
  const query = at === undefined ? '' : `?at=${at[0]}-${at[1]}`;
  return `#/documents/${encodeURIComponent(id)}${query}`;
}

export function askHref(documentId?: string): string {
  return documentId === undefined ? '#/ask' : `#/ask?document=${encodeURIComponent(documentId)}`;
}

/** `id` of an answer or a document. */
export function explanationHref(id: string): string {
  return `${recordsHref}/${encodeURIComponent(id)}`;
}

export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const parameters = new URLSearchParams(query);
  const [page = '', id] = path.split('/');
  if (page === '') return { page: 'overview' };
  if (page === 'ask') return { page: 'ask', documentId: parameters.get('document') };
  if (page === 'records') {
    const isOne = id !== undefined && id !== '';
    return isOne ? { page: 'explanation', id: decodeURIComponent(id) } : { page: 'records' };
  }
  if (page !== 'documents') return { page: 'missing', path };
  if (id === undefined || id === '') return { page: 'documents' };
  return { page: 'document', id: decodeURIComponent(id), at: parseRange(parameters.get('at')) };
}

export function useHash(): string {
  return useSyncExternalStore(
    (changed) => {
      addEventListener('hashchange', changed);
      return () => removeEventListener('hashchange', changed);
    },
    () => location.hash,
  );
}

function parseRange(text: string | null): readonly [number, number] | null {
  const match = /^(\d+)-(\d+)$/.exec(text ?? '');
  return match === null ? null : [Number(match[1]), Number(match[2])];
}
