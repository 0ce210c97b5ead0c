import type { SignInSettings } from './console-config.ts';

/** Tokens of one signed-in person; kept for the tab only. */
export interface Tokens {
  readonly idToken: string;
  readonly refreshToken: string;
  readonly user: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

const TOKENS = 'strata.tokens';
const PENDING = 'strata.sign-in';
/** Renewed a minute early, so that no request carries a token that ends on its way. */
const EARLY_MS = 60_000;

/** Goes to Cognito's page: authorization code with PKCE (RFC 7636, S256) and a state. */
export async function startSignIn(settings: SignInSettings): Promise<void> {
  const verifier = randomText();
  const state = randomText();
  sessionStorage.setItem(PENDING, JSON.stringify({ verifier, state, hash: location.hash }));
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: settings.clientId,
    redirect_uri: redirectUri(),
    scope: 'openid email',
    state,
    code_challenge_method: 'S256',
    code_challenge: base64Url(new Uint8Array(digest)),
  });
  location.assign(`${settings.domain}/oauth2/authorize?${query}`);
}

/** Tokens of this tab, or those for the code that Cognito sent back; null when there are neither. */
export async function completeSignIn(settings: SignInSettings): Promise<Tokens | null> {
  const query = new URLSearchParams(location.search);
  const code = query.get('code');
  if (code === null) return readTokens();
  const pending = readObject(PENDING);
  sessionStorage.removeItem(PENDING);
  const verifier = pending?.['verifier'];
  if (typeof verifier !== 'string' || pending?.['state'] !== query.get('state')) return null;
  const hash = typeof pending['hash'] === 'string' ? pending['hash'] : '';
  history.replaceState(null, '', `${location.pathname}${hash}`);
  return requestTokens(settings, {
    grant_type: 'authorization_code',
    code,
    redirect_uri: redirectUri(),
    code_verifier: verifier,
  });
}

/** The same tokens while they last, then renewed ones; null when the person must sign in again. */
export async function freshToken(settings: SignInSettings, tokens: Tokens): Promise<Tokens | null> {
  if (tokens.expiresAt - EARLY_MS > Date.now()) return tokens;
  return requestTokens(settings, {
    grant_type: 'refresh_token',
    refresh_token: tokens.refreshToken,
  });
}

export function signOut(settings: SignInSettings): void {
  sessionStorage.removeItem(TOKENS);
  const query = new URLSearchParams({ client_id: settings.clientId, logout_uri: redirectUri() });
  location.assign(`${settings.domain}/logout?${query}`);
}

async function requestTokens(
  settings: SignInSettings,
  parameters: Readonly<Record<string, string>>,
): Promise<Tokens | null> {
  const reply = await fetch(`${settings.domain}/oauth2/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ client_id: settings.clientId, ...parameters }),
  });
  if (!reply.ok) return null;
  const body: unknown = await reply.json();
  const idToken = text(body, 'id_token');
  if (idToken === null) return null;
  const claims: unknown = JSON.parse(decodePayload(idToken));
  const tokens: Tokens = {
    idToken,
    // Cognito sends no new refresh token when one was used.
    refreshToken: text(body, 'refresh_token') ?? parameters['refresh_token'] ?? '',
    user: text(claims, 'email') ?? text(claims, 'sub') ?? 'signed in',
    expiresAt: Date.now() + Number(Reflect.get(Object(body), 'expires_in') ?? 0) * 1_000,
  };
  sessionStorage.setItem(TOKENS, JSON.stringify(tokens));
  return tokens;
}

function readTokens(): Tokens | null {
  const stored = readObject(TOKENS);
  const idToken = text(stored, 'idToken');
  if (idToken === null) return null;
  return {
    idToken,
    refreshToken: text(stored, 'refreshToken') ?? '',
    user: text(stored, 'user') ?? 'signed in',
    expiresAt: Number(stored?.['expiresAt'] ?? 0),
  };
}

function readObject(key: string): Record<string, unknown> | null {
  const value: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
  return typeof value === 'object' && value !== null ? { ...value } : null;
}

function text(value: unknown, name: string): string | null {
  const found: unknown =
    typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  return typeof found === 'string' && found !== '' ? found : null;
}

/** The page itself: the only redirect URI that the user pool's client allows. */
function redirectUri(): string {
  return `${location.origin}/`;
}

function randomText(): string {
  return base64Url(crypto.getRandomValues(new Uint8Array(32)));
}

function base64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

function decodePayload(token: string): string {
  const payload = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
  const bytes = Uint8Array.from(atob(payload), (character) => character.charCodeAt(0));
  return new TextDecoder().decode(bytes);
}
