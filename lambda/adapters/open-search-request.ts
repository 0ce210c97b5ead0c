import { createHash } from 'node:crypto';
import { AwsClient } from 'aws4fetch';
import * as z from 'zod';
import { AccessError, InvalidInputError, UnavailableError } from '../errors.ts';
import { lazily } from '../lazily.ts';

export interface OpenSearchConnection {
  /** `https://…`, without a path. */
  readonly collectionEndpoint: string;
  readonly vectorIndex: string;
  /** Read at each request: the role's credentials change. */
  readonly credentials: () => {
    readonly region: string;
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string | undefined;
  };
}

const REQUEST_TIMEOUT_MS = 30_000;
/** A NextGen collection that scaled to zero wakes in 10 to 30 s. */
const WAKING_SECONDS = 15;

const hitSchema = /* @__PURE__ */ lazily(() =>
  z.object({
    _id: z.string(),
    _score: z.number().nullish(),
    _source: z
      .object({
        chunkId: z.string(),
        documentId: z.string(),
        start: z.number(),
        end: z.number(),
        generation: z.string().optional(),
      })
      .optional(),
  }),
);
export type SearchHit = z.infer<ReturnType<typeof hitSchema>>;
const replySchema = /* @__PURE__ */ lazily(() =>
  z.object({
    hits: z.object({ hits: z.array(hitSchema()) }).optional(),
    items: z
      .array(z.record(z.string(), z.object({ status: z.number(), error: z.unknown().optional() })))
      .optional(),
  }),
);

export async function searchHits(
  connection: OpenSearchConnection,
  query: object,
): Promise<readonly SearchHit[]> {
  const reply = await openSearchRequest(connection, {
    method: 'POST',
    path: `/${connection.vectorIndex}/_search`,
    body: JSON.stringify(query),
    contentType: 'application/json',
  });
  return reply.hits?.hits ?? [];
}

/**
 * One signed request (SigV4, service `aoss`, which demands the body's hash as a header).
 * @throws UnavailableError while the collection wakes or is busy, AccessError
 */
export async function openSearchRequest(
  connection: OpenSearchConnection,
  request: {
    readonly method: 'POST';
    readonly path: string;
    readonly body: string;
    readonly contentType: string;
  },
): Promise<z.infer<ReturnType<typeof replySchema>>> {
  const client = new AwsClient({
    ...connection.credentials(),
    service: 'aoss',
    retries: 0,
  });
  const signed = await client.sign(`${connection.collectionEndpoint}${request.path}`, {
    method: request.method,
    headers: {
      'content-type': request.contentType,
      'x-amz-content-sha256': createHash('sha256').update(request.body).digest('hex'),
    },
    body: request.body,
  });
  const response = await fetch(signed, { signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS) }).catch(
    (cause: unknown) => {
      throw new UnavailableError('the vector collection must answer; it may be waking', 15, {
        cause,
      });
    },
  );
  if (!response.ok) throw refused(connection, response.status, await response.text());
  return replySchema().parse(await response.json());
}

function refused(
  { collectionEndpoint, vectorIndex }: OpenSearchConnection,
  status: number,
  text: string,
): Error {
  const said = `OpenSearch index ${vectorIndex} at ${collectionEndpoint} answered ${status}: ${text.slice(0, 300)}`;
  if (status === 401) {
    return new AccessError(`${said}; the function's credentials must be valid for the region`);
  }
  // A new access policy needs up to a minute: until then its role is refused like any other.
  if (status === 403) {
    return new UnavailableError(
      `${said}; if it stays, the role lacks aoss:APIAccessAll or a data access policy naming it`,
      WAKING_SECONDS,
    );
  }
  // While a collection wakes its front answers 404, 502 or 503.
  if (status === 404 || status === 429 || status >= 500) {
    return new UnavailableError(`${said}; try again later`, WAKING_SECONDS);
  }
  return new InvalidInputError(said);
}
