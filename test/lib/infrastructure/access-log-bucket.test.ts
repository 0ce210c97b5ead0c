import { synthesize } from '../synthesize.ts';

test('the log bucket takes logs of this account only', () => {
  const policies = Object.values(synthesize('student').templates.infrastructure.Resources)
    .filter(({ Type }) => Type === 'AWS::S3::BucketPolicy')
    .map(({ Properties }) => JSON.stringify(Properties));
  expect(policies).toContainEqual(
    expect.stringMatching(
      /"StringNotEquals":\{"aws:SourceAccount":\{"Ref":"AWS::AccountId"\}\}[^}]*\},"Effect":"Deny","Principal":\{"Service":"logging\.s3\.amazonaws\.com"\}/,
    ),
  );
});
