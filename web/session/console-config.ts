/** `config.json` beside the page, written by the deployment; absent on the laptop. */
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
  const signIn = property(value, 'signIn');
  if (signIn === undefined || signIn === null) return {};
  const domain = property(signIn, 'domain');
  const clientId = property(signIn, 'clientId');
  if (typeof domain !== 'string' || typeof clientId !== 'string') {
    throw new Error('config.json: signIn must name domain and clientId; deploy the console again');
  }
  return { signIn: { domain: domain.replace(/\/$/, ''), clientId } };
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
