import { createHash } from 'node:crypto';
import { AwsClient } from 'aws4fetch';
import { z } from 'zod';
import { AccessError, InvalidInputError, UnavailableError } from '../errors.ts';

export interface OpenSearchConnection {
  /** `https://…`, without a path. */
  readonly endpoint: string;
  readonly index: string;
  readonly region: string;
  /** Read at each request: the role's credentials change. */
  readonly credentials: () => {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string | undefined;
  };
}

const REQUEST_TIMEOUT_MS = 30_000;
/** A NextGen collection that scaled to zero wakes in 10 to 30 s. */
const WAKING_SECONDS = 15;

const hitSchema = z.object({
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
});
export type SearchHit = z.infer<typeof hitSchema>;
const replySchema = z.object({
  hits: z.object({ hits: z.array(hitSchema) }).optional(),
  items: z
    .array(z.record(z.string(), z.object({ status: z.number(), error: z.unknown().optional() })))
    .optional(),
});

export async function searchHits(
  connection: OpenSearchConnection,
  query: object,
): Promise<readonly SearchHit[]> {
  const reply = await openSearchRequest(connection, {
    method: 'POST',
    path: `/${connection.index}/_search`,
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
): Promise<z.infer<typeof replySchema>> {
  const client = new AwsClient({
    ...connection.credentials(),
    service: 'aoss',
    region: connection.region,
    retries: 0,
  });
  const signed = await client.sign(`${connection.endpoint}${request.path}`, {
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
  return replySchema.parse(await response.json());
}

function refused({ endpoint, index }: OpenSearchConnection, status: number, text: string): Error {
  const said = `OpenSearch index ${index} at ${endpoint} answered ${status}: ${text.slice(0, 300)}`;
  if (status === 401 || status === 403) {
    return new AccessError(
      `${said}; the role needs aoss:APIAccessAll and a data access policy that names it`,
    );
  }
  // While a collection wakes its front answers 404, 502 or 503.
  if (status === 404 || status === 429 || status >= 500) {
    return new UnavailableError(`${said}; try again later`, WAKING_SECONDS);
  }
  return new InvalidInputError(said);
}
