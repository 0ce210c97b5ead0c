import { AwsClient } from 'aws4fetch';
import { AccessError, UnavailableError } from '../../errors.ts';
import type { Flows } from '../../flow-ports.ts';

const REQUEST_TIMEOUT_MS = 10_000;
const RETRIES = 3;
const RETRY_SECONDS = 2;

/**
 * Queues documents whose flow is to begin: one message each, `{ tenant, documentId }`. SQS's JSON
 * protocol. Needs sqs:SendMessage.
 */
export function queuedDocumentFlow(options: {
  /** `arn:aws:sqs:<region>:<account>:<name>`. */
  readonly documentQueueArn: string;
  /** Read at each message: a role's credentials change. */
  readonly credentials: () => Promise<{
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string | undefined;
  }>;
  /** @default the service's address in the queue's region */
  readonly endpoint?: string | undefined;
}): Pick<Flows, 'startDocumentFlow'> {
  const [, , , region = '', account = '', name = ''] = options.documentQueueArn.split(':');
  const address = options.endpoint ?? `https://sqs.${region}.amazonaws.com`;
  return {
    async startDocumentFlow({ tenant, documentId }) {
      const { accessKeyId, secretAccessKey, sessionToken } = await options.credentials();
      const keys = { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) };
      const client = new AwsClient({ ...keys, region, service: 'sqs', retries: RETRIES });
      const response = await client.fetch(`${address}/`, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-amz-json-1.0',
          'x-amz-target': 'AmazonSQS.SendMessage',
        },
        body: JSON.stringify({
          QueueUrl: `${address}/${account}/${name}`,
          MessageBody: JSON.stringify({ tenant, documentId }),
        }),
        signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
      });
      if (response.ok) return;
      const said = `SQS answered ${response.status} for ${name}: ${(await response.text()).slice(0, 300)}`;
      if (response.status >= 500 || response.status === 429 || /Throttl/.test(said)) {
        throw new UnavailableError(`${said}; try again later`, RETRY_SECONDS);
      }
      throw new AccessError(`${said}; the caller must be granted sqs:SendMessage on the queue`);
    },
  };
}
