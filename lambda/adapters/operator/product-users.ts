import { randomBytes } from 'node:crypto';
import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminDeleteUserCommand,
  AdminInitiateAuthCommand,
  AdminRespondToAuthChallengeCommand,
  AdminSetUserPasswordCommand,
  AssociateSoftwareTokenCommand,
  CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  DeleteUserPoolClientCommand,
  UserNotFoundException,
  VerifySoftwareTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { UnavailableError } from '../../errors.ts';
import { callAws } from '../aws-errors.ts';
import { type ClientSettings, clientSettings } from '../client-settings.ts';
import { oneTimeCode } from './one-time-code.ts';

export interface Person {
  readonly email: string;
  /** Whose documents they see. */
  readonly tenant: string;
  readonly groups?: readonly string[];
}
interface Pool {
  readonly cognito: CognitoIdentityProviderClient;
  readonly userPoolId: string;
  readonly clientId: string;
  readonly now: () => number;
}

/**
 * People of the product's user pool that an operator makes, signs in and removes. The console's
 * client admits browsers only: `open` makes one for operators, `close` removes it with everybody
 * that was made. Needs cognito-idp:CreateUserPoolClient, DeleteUserPoolClient and, for each person,
 * AdminCreateUser, AdminSetUserPassword, AdminAddUserToGroup, AdminInitiateAuth,
 * AdminRespondToAuthChallenge, AdminDeleteUser.
 */
export function productUsers(options: {
  readonly userPoolId: string;
  readonly client?: ClientSettings;
  readonly now?: () => number;
}) {
  const { userPoolId, now = Date.now } = options;
  const cognito = new CognitoIdentityProviderClient(
    clientSettings(options.client ?? {}, { requestTimeoutMs: 15_000, attempts: 4 }),
  );
  const call = {
    service: 'Cognito',
    resource: userPoolId,
    remedy: 'use credentials that may administer the user pool (cognito-idp:Admin*)',
  };
  let clientId: string | undefined;
  const made: string[] = [];
  return {
    /** Makes a person and signs them in; a token of the API. */
    async signUp(person: Person): Promise<string> {
      return callAws(call, async () => {
        clientId ??= await makeClient(cognito, userPoolId);
        const pool = { cognito, userPoolId, clientId, now };
        const password = newPassword();
        made.push(person.email);
        const username = await makePerson(pool, person, password);
        return signIn(pool, username, password);
      });
    },
    /** Removes everybody and the client that were made; safe to call again. */
    async close(): Promise<void> {
      await callAws(call, async () => {
        for (const email of made.splice(0)) await removePerson(cognito, userPoolId, email);
        if (clientId === undefined) return;
        const gone = { UserPoolId: userPoolId, ClientId: clientId };
        clientId = undefined;
        await cognito.send(new DeleteUserPoolClientCommand(gone));
      });
    },
  };
}

async function makeClient(
  cognito: CognitoIdentityProviderClient,
  UserPoolId: string,
): Promise<string> {
  const { UserPoolClient } = await cognito.send(
    new CreateUserPoolClientCommand({
      UserPoolId,
      ClientName: 'operator',
      ExplicitAuthFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH'],
      // A token holds only the custom attributes that its client may read.
      ReadAttributes: ['email', 'custom:tenant'],
    }),
  );
  return expected(UserPoolClient?.ClientId, 'a client');
}

async function makePerson(
  { cognito, userPoolId: UserPoolId }: Pool,
  { email, tenant, groups = [] }: Person,
  Password: string,
): Promise<string> {
  const attributes = { email, email_verified: 'true', 'custom:tenant': tenant };
  const { User } = await cognito.send(
    new AdminCreateUserCommand({
      UserPoolId,
      Username: email,
      TemporaryPassword: newPassword(),
      MessageAction: 'SUPPRESS',
      UserAttributes: Object.entries(attributes).map(([Name, Value]) => ({ Name, Value })),
    }),
  );
  const Username = expected(User?.Username, 'a person');
  const person = { UserPoolId, Username };
  await cognito.send(new AdminSetUserPasswordCommand({ ...person, Password, Permanent: true }));
  for (const GroupName of groups) {
    await cognito.send(new AdminAddUserToGroupCommand({ ...person, GroupName }));
  }
  return Username;
}

/** The pool demands a second factor: who has none yet is asked to set one up, and does. */
async function signIn(pool: Pool, username: string, password: string): Promise<string> {
  const { cognito, userPoolId: UserPoolId, clientId: ClientId } = pool;
  const begun = await cognito.send(
    new AdminInitiateAuthCommand({
      UserPoolId,
      ClientId,
      AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: username, PASSWORD: password },
    }),
  );
  const token = begun.AuthenticationResult?.IdToken;
  if (token !== undefined) return token;
  if (begun.ChallengeName !== 'MFA_SETUP') {
    throw new UnavailableError(
      `Cognito must ask a new person to set up a second factor, it asked for ${begun.ChallengeName}`,
      60,
    );
  }
  const Session = await setUpCodes(pool, expected(begun.Session, 'a session'));
  const done = await cognito.send(
    new AdminRespondToAuthChallengeCommand({
      UserPoolId,
      ClientId,
      ChallengeName: 'MFA_SETUP',
      ChallengeResponses: { USERNAME: username },
      Session,
    }),
  );
  return expected(done.AuthenticationResult?.IdToken, 'a token');
}

async function setUpCodes({ cognito, now }: Pool, session: string): Promise<string> {
  const associated = await cognito.send(new AssociateSoftwareTokenCommand({ Session: session }));
  const secret = expected(associated.SecretCode, 'a secret');
  const verified = await cognito.send(
    new VerifySoftwareTokenCommand({
      Session: associated.Session,
      UserCode: oneTimeCode(secret, now()),
    }),
  );
  return expected(verified.Session, 'a session');
}

async function removePerson(
  cognito: CognitoIdentityProviderClient,
  UserPoolId: string,
  Username: string,
): Promise<void> {
  try {
    await cognito.send(new AdminDeleteUserCommand({ UserPoolId, Username }));
  } catch (error) {
    if (!(error instanceof UserNotFoundException)) throw error;
  }
}

function expected<T>(value: T | undefined, what: string): T {
  if (value !== undefined) return value;
  throw new UnavailableError(`Cognito must answer with ${what}, it did not; try again`, 5);
}

/** Long, and of the four kinds of characters that the pool demands. */
function newPassword(): string {
  return `${randomBytes(24).toString('base64url')}aA1!`;
}
