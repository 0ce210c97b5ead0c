import type { Role, Route } from '../lambda/access.ts';
import type { LabelRecord } from '../lambda/domain/document/label-document.ts';
import type {
  DocumentRecord,
  DocumentText,
  FieldValue,
  Side,
} from '../lambda/domain/document/document.ts';
import type { DocumentSummary } from '../lambda/domain/document/document-summary.ts';
import type { OfferedUpload } from '../lambda/domain/document/intake/offer-upload.ts';
import type { UploadRecord } from '../lambda/domain/document/intake/upload-record.ts';
import type { Explanation } from '../lambda/domain/governance/explain/explanation.ts';
import type { InteractionSummary } from '../lambda/domain/governance/explain/search-interactions.ts';
import type { Answer } from '../lambda/domain/llmops/answer/answer.ts';
import type { Overview } from './overview/overview.ts';
import type { Session } from './session/session.ts';
import { readEvents } from './server-events.ts';

export interface Settings {
  readonly env: string;
  readonly tenant: string;
  readonly reader: string;
  readonly sides: { readonly mlops: boolean; readonly llmops: boolean };
  readonly primary: Side;
  readonly user: string;
  readonly roles: readonly Role[];
  /** What this person may do. */
  readonly may: readonly Route[];
}

/** What a person said of a document, and what can be said. */
export interface Labelling {
  readonly label: LabelRecord | null;
  readonly categories: readonly string[];
  readonly fields: readonly { readonly name: string; readonly type: string }[];
}

/** Past questions; `isAll` is false where there are more. */
export interface Interactions {
  readonly items: readonly InteractionSummary[];
  readonly isAll: boolean;
}

export interface Received {
  readonly documentId: string;
}

/** Unknown members: a proxy between may answer in its own words. */
interface Problem {
  readonly title?: unknown;
  readonly detail?: unknown;
  readonly status?: unknown;
  readonly retryAfterSeconds?: unknown;
}

export type Api = ReturnType<typeof createApi>;

/** A problem (RFC 9457) as a reply or inside a stream, or a reply that is no JSON at all. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly title: string;
  readonly status: number;
  readonly retryAfterSeconds: number | null;
  constructor(status: number, problem: Problem, retryAfter: string | null = null) {
    super(typeof problem.detail === 'string' ? problem.detail : `HTTP status ${status}`);
    this.title = typeof problem.title === 'string' ? problem.title : 'Request failed';
    this.status = status;
    const after = Number(problem.retryAfterSeconds ?? retryAfter ?? Number.NaN);
    this.retryAfterSeconds = Number.isFinite(after) ? after : null;
  }
}

/** The server's areas; replies are what `lambda/http` types them to be. */
export function createApi(session: Session) {
  const request = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    const token = await session.token();
    if (token !== null) headers.set('authorization', token);
    const reply = await fetch(path, { ...init, headers });
    if (reply.ok) return reply;
    const body: unknown = await reply.json().catch(() => ({}));
    throw new ProblemError(
      reply.status,
      isObject(body) ? body : {},
      reply.headers.get('retry-after'),
    );
  };
  const call = async <T>(path: string, init: RequestInit = {})
  : Promise<T> =>
  {
    const body: unknown = await (await request(path, init)).json();
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- same build as the server
    return body as T;
  }
  const send = <T>(method: 'PUT' | 'POST', path: string, body: object) =>
    call<T>(path, {
      method,
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    });
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
    interactions: (status: string) =>
      call<Interactions>(
        `/api/interactions?limit=200${status === '' ? '' : `&status=${encodeURIComponent(status)}`}`,
      ),
    explanation: (id: string) => call<Explanation>(`/api/explanations/${encodeURIComponent(id)}`),
    document: (id: string) => call<DocumentRecord>(documentPath(id)),
    text: (id: string) => call<DocumentText>(`${documentPath(id)}/text`),
    labelling: (id: string) => call<Labelling>(`${documentPath(id)}/label`),
    label: (
      id: string,
      said: { readonly category: string; readonly fields: Readonly<Record<string, FieldValue>> },
    ) => send<LabelRecord>('PUT', `${documentPath(id)}/label`, said),
    runAgain: (id: string) => send<Received>('POST', `${documentPath(id)}/run-again`, {}),
    erase: (id: string, reason: string) =>
      call<{ readonly answers: number }>(
        `${documentPath(id)}?reason=${encodeURIComponent(reason)}`,
        { method: 'DELETE' },
      ),
    turnPrimarySide: (primary: Side, reason: string) =>
      send<{ readonly primary: Side }>('PUT', '/api/settings/primary-side', { primary, reason }),
    offerUpload: (file: { readonly name: string; readonly bytes: number }) =>
      send<OfferedUpload>('POST', '/api/uploads', file),
    uploadOutcome: (id: string) => call<UploadRecord>(`/api/uploads/${encodeURIComponent(id)}`),
    /** Streamed: `watch` is told what the answer flow begins, and what it releases. */
    async ask(
      question: {
        readonly question: string;
        readonly documentId?: string;
        readonly follows?: string;
      },
      watch: { readonly onStep: (step: string) => void; readonly onText: (text: string) => void },
    ): Promise<Answer> {
      const reply = await request('/api/ask/stream', {
        method: 'POST',
        body: JSON.stringify(question),
        headers: { 'content-type': 'application/json' },
      });
      for await (const { event, data } of readEvents(reply)) {
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- same build as the server
        if (event === 'step') watch.onStep((data as { step: string }).step);
        if (event === 'text' || event === 'withheld') {
          // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- same build as the server
          watch.onText((data as { text: string }).text);
        }
        if (event === 'error') {
          const problem: Problem = isObject(data) ? data : {};
          throw new ProblemError(Number(problem.status ?? 500), problem);
        }
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- same build as the server
        if (event === 'done') return data as Answer;
      }
      throw new Error('the answer must arrive whole, the connection ended before; ask again');
    },
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
