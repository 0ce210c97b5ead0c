import { isRecord, resourcesOf, statementsOf } from '../../../lib/shared/checks/checked.ts';
import { synthesize } from '../synthesize.ts';

const student = synthesize('student');
const sources = statementsOf(student).find(
  ({ Effect, Resource }) => Effect === 'Deny' && JSON.stringify(Resource).includes('/*/*/source'),
);
const readers = ['documents-api', 'read-document', 'receive-document'];

test('the bytes of documents, refused ones among them, are denied to all but their readers', () => {
  expect(sources).toMatchObject({
    Principal: { AWS: '*' },
    Action: ['s3:GetObject', 's3:GetObjectVersion'],
    Condition: {
      StringNotEquals: { 'aws:PrincipalTag/strata:stem': readers },
      Bool: { 'aws:ViaAWSService': 'false' },
    },
  });
});

test.each(readers)('the role of %s bears the tag that the bucket asks for', (stem) => {
  const tags = resourcesOf(student)
    .filter(({ Type }) => Type === 'AWS::IAM::Role')
    .flatMap(({ Properties }) => (Array.isArray(Properties?.Tags) ? Properties.Tags : []))
    .filter((tag) => isRecord(tag) && tag.Key === 'strata:stem' && tag.Value === stem);
  expect(tags).toHaveLength(1);
});
