import { profileNames } from '../../../config/load-profile.ts';
import { awsAccount } from '../../../lambda/adapters/account/aws-account.ts';
import { fixedNames } from '../../../lib/doctor/fixed-names.ts';
import { TEST_CLIENT } from '../../adapters/stand-in.ts';
import { synthesize } from '../synthesize.ts';

const NAMES = profileNames.flatMap((name) => fixedNames(synthesize(name), '111122223333'));

test('the resources that AWS wants named are found in the templates, each by its own name', () => {
  const of = (type: string) =>
    NAMES.filter((one) => one.type === type && one.name.startsWith('strata-prod-')).map(
      ({ name }) => name,
    );
  expect(of('AWS::OpenSearchServerless::Collection')).toEqual(['strata-prod-chunks']);
  expect(of('AWS::OpenSearchServerless::CollectionGroup')).toEqual(['strata-prod-group']);
  expect(of('AWS::Bedrock::Guardrail')).toEqual(['strata-prod-guardrail']);
  expect(of('AWS::SageMaker::FeatureGroup')).toEqual(['strata-prod-features']);
  expect(of('AWS::SageMaker::Pipeline')).toEqual(['strata-prod-training']);
  expect(of('AWS::SageMaker::ModelPackageGroup')).toEqual(['strata-prod-classifier']);
  expect(of('AWS::Cognito::UserPoolDomain')).toEqual(['strata-prod-111122223333']);
});

test('every kind of fixed name is looked up; a trail is found by its tags, its ARN ends in the name', () => {
  const { lookedUp } = awsAccount(TEST_CLIENT);
  const kinds = new Set(NAMES.map(({ type }) => type).filter((type) => !lookedUp.has(type)));
  expect([...kinds]).toEqual(['AWS::CloudTrail::Trail']);
});
