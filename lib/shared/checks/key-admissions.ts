import { isRecord, listOf, resourcesOf } from './checked.ts';
import type { Checked, Finding } from './checked.ts';

/**
 * Which services use a customer key in their own name when they act on a resource of the type.
 * Types with an empty list use the key with the rights of the caller.
 */
const ACTORS: Readonly<Record<string, readonly string[]>> = {
  'AWS::Logs::LogGroup': ['logs'],
  'AWS::SNS::Topic': ['cloudwatch', 'events', 'budgets'],
  'AWS::SQS::Queue': ['events'],
  'AWS::CloudTrail::Trail': ['cloudtrail'],
  'AWS::S3::Bucket': [],
  'AWS::DynamoDB::GlobalTable': [],
  'AWS::SageMaker::FeatureGroup': [],
  'AWS::SageMaker::EndpointConfig': [],
  'AWS::OpenSearchServerless::SecurityPolicy': [],
  'AWS::Bedrock::Guardrail': [],
  /** Names the key of what it makes in a variable. */
  'AWS::Lambda::Function': [],
};
/** Types that name a key without being encrypted by it. */
const RIGHTS = /^AWS::(IAM::|KMS::|S3::BucketPolicy|SQS::QueuePolicy)/;

/** Every resource that is encrypted by the environment's key is used by services it admits. */
export function keyAdmissions(checked: Checked): readonly Finding[] {
  const resources = resourcesOf(checked);
  const key = resources.find(({ Type }) => Type === 'AWS::KMS::Key');
  if (!key) return [];
  const admitted = principalsOf(key.Properties?.KeyPolicy);
  return resources
    .filter((one) => !RIGHTS.test(one.Type) && one !== key)
    .filter(({ Properties }) => JSON.stringify(Properties ?? {}).includes(key.logicalId))
    .flatMap(({ Type, where }) => {
      const actors = ACTORS[Type];
      if (!actors) {
        return [{ where, what: `${Type} names the key; say in key-admissions.ts who uses it` }];
      }
      return actors
        .filter((service) => !admitted.some((principal) => principal.startsWith(`${service}.`)))
        .map((service) => ({ where, what: `the key does not admit ${service}` }));
    });
}

function principalsOf(policy: unknown): readonly string[] {
  if (!isRecord(policy)) return [];
  return listOf(policy.Statement).flatMap((statement) => {
    if (!isRecord(statement) || !isRecord(statement.Principal)) return [];
    return listOf(statement.Principal.Service).map(String);
  });
}
