import { synthesize } from '../synthesize.ts';

const { Resources: resources } = synthesize('student').templates.application;
const propertiesOf = (type: string) =>
  Object.values(resources).find((resource) => resource.Type === type)?.Properties ?? {};
const pool = propertiesOf('AWS::Cognito::UserPool');
const client = propertiesOf('AWS::Cognito::UserPoolClient');

test('the pool knows the attribute that decides whose documents a person sees', () => {
  expect(pool['Schema']).toContainEqual(expect.objectContaining({ Name: 'tenant' }));
});

test('the tenant stands in the token: the client may read it', () => {
  expect(client['ReadAttributes']).toContain('custom:tenant');
});

test('nobody can move to another tenant: the client may write the address only', () => {
  expect(client['WriteAttributes']).toEqual(['email']);
});

test('the pool has a group of each role', () => {
  const groups = Object.values(resources).filter(
    ({ Type }) => Type === 'AWS::Cognito::UserPoolGroup',
  );
  expect(groups.map(({ Properties }) => Properties?.['GroupName'])).toEqual([
    'reader',
    'reviewer',
    'operator',
    'approver',
    'auditor',
    'administrator',
  ]);
});

test('nobody signs up alone', () => {
  expect(pool['AdminCreateUserConfig']).toEqual({ AllowAdminCreateUserOnly: true });
});
