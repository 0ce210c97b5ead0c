/** What every SDK client is made with; tests add `endpoint` and `credentials` of a stand-in. */
export interface ClientSettings {
  readonly region?: string;
  readonly endpoint?: string;
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
  readonly maxAttempts?: number;
}

/** The SDK waits for ever by default: a hung socket would cost the function's whole time-out. */
export function clientSettings(
  settings: ClientSettings,
  limits: { readonly requestTimeoutMs: number; readonly attempts: number },
) {
  return {
    ...settings,
    maxAttempts: settings.maxAttempts ?? limits.attempts,
    requestHandler: {
      connectionTimeout: 2_000,
      requestTimeout: limits.requestTimeoutMs,
      throwOnRequestTimeout: true,
    },
  };
}
