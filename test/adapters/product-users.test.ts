import { oneTimeCode } from '../../lambda/adapters/operator/one-time-code.ts';
import { productUsers } from '../../lambda/adapters/operator/product-users.ts';
import { type Reply, type StandIn, startStandIn } from './stand-in.ts';

let service: StandIn | undefined;
afterEach(() => service?.close());

/** RFC 6238, appendix B: the secret is the ASCII text `12345678901234567890`; six digits of eight. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('the code at %d s is that of RFC 6238', (seconds, code) => {
  expect(oneTimeCode(SECRET, seconds * 1_000)).toBe(code);
});

const PERSON = { email: 'ann@example.com', tenant: 'acme', groups: ['operator'] };

test('a person is made, sets up a second factor, is signed in, and goes with the client', async () => {
  const users = await open();
  expect(await users.signUp(PERSON)).toBe('id-token');
  expect(operations()).toEqual([
    'CreateUserPoolClient',
    'AdminCreateUser',
    'AdminSetUserPassword',
    'AdminAddUserToGroup',
    'AdminInitiateAuth',
    'AssociateSoftwareToken',
    'VerifySoftwareToken',
    'AdminRespondToAuthChallenge',
  ]);
  expect(sent('AdminCreateUser')).toMatchObject({
    MessageAction: 'SUPPRESS',
    UserAttributes: expect.arrayContaining([{ Name: 'custom:tenant', Value: 'acme' }]),
  });
  expect(sent('VerifySoftwareToken')).toMatchObject({ Session: 's2', UserCode: '287082' });
  expect(sent('AdminRespondToAuthChallenge')).toMatchObject({
    ChallengeName: 'MFA_SETUP',
    ChallengeResponses: { USERNAME: 'sub-1' },
    Session: 's3',
  });
  await users.close();
  expect(operations().slice(-2)).toEqual(['AdminDeleteUser', 'DeleteUserPoolClient']);
  await users.close();
  expect(operations()).toHaveLength(10);
});

test('a pool without a second factor signs in at once', async () => {
  const users = await open({ AdminInitiateAuth: { AuthenticationResult: { IdToken: 'at once' } } });
  expect(await users.signUp(PERSON)).toBe('at once');
});

test('who may not administer the pool is told what it takes, and the client is removed', async () => {
  const users = await open({ AdminCreateUser: 'AccessDeniedException' });
  await expect(users.signUp(PERSON)).rejects.toMatchObject({
    name: 'AccessError',
    message: expect.stringContaining('cognito-idp:Admin'),
  });
  await users.close();
  expect(operations()).toContain('DeleteUserPoolClient');
});

test('a person who is gone already is no error', async () => {
  const users = await open({ AdminDeleteUser: 'UserNotFoundException' });
  await users.signUp(PERSON);
  await users.close();
  expect(operations().at(-1)).toBe('DeleteUserPoolClient');
});

const REPLIES: Readonly<Record<string, object>> = {
  CreateUserPoolClient: { UserPoolClient: { ClientId: 'client' } },
  AdminCreateUser: { User: { Username: 'sub-1' } },
  AdminInitiateAuth: { ChallengeName: 'MFA_SETUP', Session: 's1' },
  AssociateSoftwareToken: { SecretCode: SECRET, Session: 's2' },
  VerifySoftwareToken: { Status: 'SUCCESS', Session: 's3' },
  AdminRespondToAuthChallenge: { AuthenticationResult: { IdToken: 'id-token' } },
};

/** A text is the name of an error. */
async function open(changed: Readonly<Record<string, object | string>> = {}) {
  const replies: Readonly<Record<string, object | string>> = { ...REPLIES, ...changed };
  service = await startStandIn(({ headers }): Reply => {
    const reply = replies[operationOf(headers)] ?? {};
    if (typeof reply !== 'string') return { body: reply };
    return { status: 400, body: { __type: reply, message: reply } };
  });
  return productUsers({ userPoolId: 'pool', client: service.client, now: () => 59_000 });
}

function operationOf(headers: Readonly<Record<string, string>>): string {
  return headers['x-amz-target']?.split('.')[1] ?? '';
}
function operations(): string[] {
  return (service?.sent ?? []).map(({ headers }) => operationOf(headers));
}
function sent(operation: string): unknown {
  const request = service?.sent.find(({ headers }) => operationOf(headers) === operation);
  return JSON.parse(request?.body ?? 'null');
}
