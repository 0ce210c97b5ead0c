import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import type { Emulator } from './emulator.ts';

const PASSWORD = 'Correct-horse-battery-1!';

/** What the drive knows of the deployed product: its API and its users, as AWS lists them. */
export interface Product {
  /** Calls the API as a person; null sends no token. */
  readonly call: (token: string | null, path: string, init?: RequestInit) => Promise<Response>;
  /** Makes a person of a tenant as an operator does, signs in; a token. */
  readonly signUp: (email: string, tenant: string, groups?: readonly string[]) => Promise<string>;
}

export async function findProduct(emulator: Emulator): Promise<Product> {
  const cognito = async (action: string, body: object): Promise<unknown> => {
    const target = `AWSCognitoIdentityProviderService.${action}`;
    const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': target };
    const init = { method: 'POST', headers, body: JSON.stringify(body) };
    const reply = await emulator.call('cognito-idp', '/', init);
    if (!reply.ok) throw new Error(`${action}: ${reply.status} ${await reply.text()}`);
    return reply.json();
  };
  const apis = apisSchema.parse(await (await emulator.call('apigateway', '/restapis')).json());
  const base = `${emulator.url}/_aws/execute-api/${apis.item[0].id}/v1`;
  const pools = poolsSchema.parse(await cognito('ListUserPools', { MaxResults: 10 }));
  const UserPoolId = pools.UserPools[0].Id;
  // The console signs in by a page of Cognito's, in a browser; the same pool signs these tokens.
  const client = clientSchema.parse(
    await cognito('CreateUserPoolClient', {
      UserPoolId,
      ClientName: 'drive',
      ExplicitAuthFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH'],
      ReadAttributes: ['email', 'custom:tenant'],
    }),
  );
  const { ClientId } = client.UserPoolClient;
  return {
    call: (token, path, init = {}) => {
      const headers = new Headers(init.headers);
      if (token !== null) headers.set('authorization', token);
      return fetch(`${base}/api${path}`, { ...init, headers });
    },
    async signUp(email, tenant, groups = []) {
      const person = { UserPoolId, Username: email };
      const attributes = { email, 'custom:tenant': tenant };
      await cognito('AdminCreateUser', {
        ...person,
        TemporaryPassword: `${PASSWORD}2`,
        MessageAction: 'SUPPRESS',
        UserAttributes: Object.entries(attributes).map(([Name, Value]) => ({ Name, Value })),
      });
      await cognito('AdminSetUserPassword', { ...person, Password: PASSWORD, Permanent: true });
      for (const GroupName of groups) {
        await cognito('AdminAddUserToGroup', { ...person, GroupName });
      }
      const signedIn = await cognito('AdminInitiateAuth', {
        UserPoolId,
        ClientId,
        AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: email, PASSWORD },
      });
      return tokenSchema.parse(signedIn).AuthenticationResult.IdToken;
    },
  };
}

const apisSchema = z.object({ item: z.tuple([z.object({ id: z.string() })]) });
const poolsSchema = z.object({ UserPools: z.tuple([z.object({ Id: z.string() })]) });
const clientSchema = z.object({ UserPoolClient: z.object({ ClientId: z.string() }) });
const tokenSchema = z.object({ AuthenticationResult: z.object({ IdToken: z.string() }) });

/** Asks until the answer is there. @throws after `longestMs` */
export async function eventually<T>(
  what: string,
  ask: () => Promise<T | undefined>,
  longestMs = 60_000,
): Promise<T> {
  const giveUpAt = Date.now() + longestMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > giveUpAt) throw new Error(`${what}: not within ${longestMs} ms`);
    await sleep(500);
  }
}
