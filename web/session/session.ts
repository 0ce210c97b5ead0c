import { readConsoleConfig } from './console-config.ts';
import { completeSignIn, freshToken, signOut, startSignIn, type Tokens } from './sign-in.ts';

/** Who is signed in; on the laptop nobody needs to be. */
export interface Session {
  readonly user: string | null;
  /** Value of the Authorization header, or null where none is needed. */
  token(): Promise<string | null>;
  signOut(): void;
}

const ANONYMOUS: Session = { user: null, token: async () => null, signOut: () => undefined };

/**
 * Reads `config.json`. With a sign-in there: comes back from Cognito's page with a code, or goes
 * there (and never resolves, because the page is left).
 */
export async function openSession(): Promise<Session> {
  const config = await readConsoleConfig();
  if (config.signIn === undefined) return ANONYMOUS;
  const settings = config.signIn;
  const known: Tokens | null = await completeSignIn(settings);
  if (known === null) {
    await startSignIn(settings);
    return new Promise<Session>(() => undefined);
  }
  let tokens = known;
  return {
    user: tokens.user,
    token: async () => {
      const fresh = await freshToken(settings, tokens);
      if (fresh === null) {
        await startSignIn(settings);
        return null;
      }
      tokens = fresh;
      return fresh.idToken;
    },
    signOut: () => signOut(settings),
  };
}
