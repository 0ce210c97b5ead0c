import type { DocumentRecord, DocumentText } from '../lambda/domain/document/document.ts';
import type { DocumentSummary } from '../lambda/domain/document/document-summary.ts';
import type { Answer } from '../lambda/domain/llmops/answer.ts';
import type { Overview } from './overview/overview.ts';
import type { Session } from './session/session.ts';

export interface Settings {
  readonly env: string;
  readonly tenant: string;
  readonly reader: string;
  readonly sides: { readonly mlops: boolean; readonly llmops: boolean };
}

export interface Received {
  readonly documentId: string;
}

export type Api = ReturnType<typeof createApi>;

/** A `application/problem+json` reply, or a reply that is no JSON at all. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly title: string;
  readonly status: number;
  readonly retryAfterSeconds: number | null;
  constructor(reply: Response, problem: { title?: unknown; detail?: unknown }) {
    super(typeof problem.detail === 'string' ? problem.detail : `HTTP status ${reply.status}`);
    this.title = typeof problem.title === 'string' ? problem.title : 'Request failed';
    this.status = reply.status;
    const after = Number(reply.headers.get('retry-after') ?? Number.NaN);
    this.retryAfterSeconds = Number.isFinite(after) ? after : null;
  }
}

/** The server's areas; replies are what `lambda/http` types them to be. */
export function createApi(session: Session) {
  const call = async <T>(path: string, init: RequestInit = {}): Promise<T> => {
    const headers = new Headers(init.headers);
    const token = await session.token();
    if (token !== null) headers.set('authorization', token);
    const reply = await fetch(path, { ...init, headers });
    const body: unknown = await reply.json().catch(() => ({}));
    if (!reply.ok) throw new ProblemError(reply, isObject(body) ? body : {});
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- same build as the server
    return body as T;
  };
  const documentPath = (id: string) => `/api/documents/${encodeURIComponent(id)}`;
  return {
    settings: () => call<Settings>('/api/settings'),
    overview: () => call<Overview>('/api/overview'),
    documents: async () => {
      const items: DocumentSummary[] = [];
      let after: string | undefined;
      do {
        const query = after === undefined ? '' : `&after=${encodeURIComponent(after)}`;
        const page = await call<{ items: DocumentSummary[]; next?: string }>(
          `/api/documents?limit=200${query}`,
        );
        items.push(...page.items);
        after = page.next;
      } while (after !== undefined);
      return items;
    },
    document: (id: string) => call<DocumentRecord>(documentPath(id)),
    text: (id: string) => call<DocumentText>(`${documentPath(id)}/text`),
    upload: (file: File) =>
      call<Received>(`/api/documents?name=${encodeURIComponent(file.name)}`, {
        method: 'POST',
        body: file,
        headers: { 'content-type': file.type || 'application/octet-stream' },
      }),
    ask: (question: { question: string; documentId?: string }) =>
      call<Answer>('/api/ask', {
        method: 'POST',
        body: JSON.stringify(question),
        headers: { 'content-type': 'application/json' },
      }),
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
