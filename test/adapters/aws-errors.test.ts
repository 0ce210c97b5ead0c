import { translateAwsError } from '../../lambda/adapters/aws-errors.ts';
import { AccessError } from '../../lambda/errors.ts';

const call = { service: 'Bedrock', resource: 'model-1', remedy: 'ask for access' };
const named = (name: string) => Object.assign(new Error('said by the SDK'), { name });

test.each([
  'CredentialsProviderError',
  'ExpiredTokenException',
])('%s is an access error that says how to sign in', (name) => {
  const error = translateAwsError(call, named(name));
  expect(error).toBeInstanceOf(AccessError);
  expect(error).toMatchObject({ message: expect.stringContaining('sign in to AWS') });
});

test('a denied call names the remedy of the call', () => {
  expect(translateAwsError(call, named('AccessDeniedException'))).toMatchObject({
    name: 'AccessError',
    message: expect.stringContaining('ask for access'),
  });
});

test('what is not known stays as it is', () => {
  const error = named('SomethingNew');
  expect(translateAwsError(call, error)).toBe(error);
});
