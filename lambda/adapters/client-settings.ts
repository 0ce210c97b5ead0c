import { NodeHttpHandler } from '@smithy/node-http-handler';

/** What every SDK client is made with; tests add `endpoint` and `credentials` of a stand-in. */
export interface ClientSettings {
  readonly region?: string;
  readonly endpoint?: string;
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
  readonly maxAttempts?: number;
}

/**
 * The SDK waits for ever by default: a hung socket would cost the function's whole time-out.
 * HTTP/1.1 also for Bedrock, whose client would take HTTP/2: its sessions do not survive a frozen
 * execution environment.
 */
export function clientSettings(
  settings: ClientSettings,
  limits: { readonly requestTimeoutMs: number; readonly attempts: number },
) {
  return {
    ...settings,
    maxAttempts: settings.maxAttempts ?? limits.attempts,
    requestHandler: new NodeHttpHandler({
      connectionTimeout: 2_000,
      requestTimeout: limits.requestTimeoutMs,
      throwOnRequestTimeout: true,
    }),
  };
}
