/** `config.json` beside the page: `{}` on the laptop, the sign-in's settings where deployed. */
export interface ConsoleConfig {
  readonly signIn?: SignInSettings;
}
export interface SignInSettings {
  /** `https://…amazoncognito.com`, without a path. */
  readonly domain: string;
  readonly clientId: string;
}

export async function readConsoleConfig(): Promise<ConsoleConfig> {
  const reply = await fetch('config.json', { cache: 'no-store' });
  const isJson = reply.headers.get('content-type')?.includes('json') ?? false;
  if (!reply.ok || !isJson) return {};
  const value: unknown = await reply.json();
  const domain = property(value, 'domain');
  const clientId = property(value, 'clientId');
  if (domain === undefined && clientId === undefined) return {};
  if (typeof domain !== 'string' || typeof clientId !== 'string') {
    throw new Error(
      'config.json must name domain and clientId, or neither; deploy the console again',
    );
  }
  return { signIn: { domain: domain.replace(/\/$/, ''), clientId } };
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
