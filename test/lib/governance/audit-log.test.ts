import { synthesize } from '../synthesize.ts';

const reader = 'arn:aws:iam::111122223333:role/Auditor';
const { templates } = synthesize('student', (one) => ({
  ...one,
  profile: { ...one.profile, audit: { ...one.profile.audit, readers: [reader] } },
}));
const statements = JSON.stringify(
  Object.entries(templates.governance.Resources).find(
    ([id, { Type }]) => Type === 'AWS::S3::BucketPolicy' && id.startsWith('AuditLogAudit'),
  )?.[1].Properties?.['PolicyDocument'],
);
const statement = (sid: string): unknown =>
  JSON.parse(statements).Statement.find((one: { readonly Sid?: string }) => one.Sid === sid);

test('a reader that the profile names may get what is in the audit log, and no more', () => {
  expect(statement('ReadersRead')).toMatchObject({
    Effect: 'Allow',
    Principal: { AWS: reader },
    Action: ['s3:GetObject', 's3:GetObjectVersion'],
  });
});

test('everyone is denied but the readers and the function that seals', () => {
  expect(statement('NobodyElseReads')).toMatchObject({
    Effect: 'Deny',
    Principal: { AWS: '*' },
    Action: ['s3:GetObject', 's3:GetObjectVersion'],
    Condition: {
      ArnNotEquals: {
        'aws:PrincipalArn': [
          reader,
          { 'Fn::GetAtt': [expect.stringContaining('SealRecords'), 'Arn'] },
        ],
      },
    },
  });
});
