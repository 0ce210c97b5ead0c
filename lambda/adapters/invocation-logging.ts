import { AwsClient } from 'aws4fetch';
import * as z from 'zod';
import { AccessError, ConfigurationError } from '../errors.ts';
import { lazily } from '../lazily.ts';

const REQUEST_TIMEOUT_MS = 20_000;

const settingSchema = /* @__PURE__ */ lazily(() =>
  z.object({
    loggingConfig: z
      .object({ cloudWatchConfig: z.object({ logGroupName: z.string() }).nullish() })
      .nullish(),
  }),
);
/** What the account sends its invocation log to. */
export interface LogTarget {
  readonly logGroupName: string;
  readonly roleArn: string;
}
export interface SigningCredentials {
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
}

/**
 * Bedrock's invocation logging, one setting of the whole account. Only metadata is delivered: the
 * words stand in the product's own records. Needs bedrock:Get-, Put- and
 * DeleteModelInvocationLoggingConfiguration and iam:PassRole on the role.
 */
export function invocationLogging(credentials: SigningCredentials, endpoint?: string) {
  const url = `${endpoint ?? `https://bedrock.${credentials.region}.amazonaws.com`}/logging/modelinvocations`;
  const client = new AwsClient({ ...credentials, service: 'bedrock', retries: 3 });
  async function send(method: 'GET' | 'PUT' | 'DELETE', body?: string): Promise<unknown> {
    const response = await client.fetch(url, {
      method,
      ...(body === undefined ? {} : { body, headers: { 'content-type': 'application/json' } }),
      signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
    });
    const text = await response.text();
    if (response.ok) return text === '' ? {} : JSON.parse(text);
    throw new AccessError(`Bedrock answered ${method} ${url} with ${response.status}: ${text}`);
  }
  const current = async () => {
    const { loggingConfig } = settingSchema().parse(await send('GET'));
    return loggingConfig ? (loggingConfig.cloudWatchConfig?.logGroupName ?? 'S3') : null;
  };
  return {
    /** @throws ConfigurationError when the account logs somewhere else already */
    async own({ logGroupName, roleArn }: LogTarget): Promise<void> {
      const before = await current();
      if (before !== null && before !== logGroupName) {
        throw new ConfigurationError(
          `the account logs model invocations to ${before} already; set ` +
            'account.bedrockInvocationLogging to leave in config',
        );
      }
      const loggingConfig = {
        cloudWatchConfig: { logGroupName, roleArn },
        textDataDeliveryEnabled: false,
        imageDataDeliveryEnabled: false,
        embeddingDataDeliveryEnabled: false,
      };
      await send('PUT', JSON.stringify({ loggingConfig }));
    },
    /** What was there before was nothing: a setting of someone else stays. */
    async release({ logGroupName }: LogTarget): Promise<void> {
      if ((await current()) === logGroupName) await send('DELETE');
    },
  };
}
