import { resourcesOf } from './checked.ts';
import type { Checked } from './checked.ts';

/** Types that hold what cannot be made again; a changed id would replace them with empty ones. */
export const STATEFUL_TYPES: readonly string[] = [
  'AWS::S3::Bucket',
  'AWS::DynamoDB::GlobalTable',
  'AWS::KMS::Key',
  'AWS::Cognito::UserPool',
  'AWS::OpenSearchServerless::CollectionGroup',
  'AWS::OpenSearchServerless::Collection',
  'AWS::SageMaker::FeatureGroup',
  'AWS::SageMaker::ModelPackageGroup',
];

/** `layer/logicalId: type` of every stateful resource, sorted. */
export function statefulIds(checked: Pick<Checked, 'profile' | 'templates'>): readonly string[] {
  return resourcesOf(checked)
    .filter(({ Type }) => STATEFUL_TYPES.includes(Type))
    .map(({ where, Type }) => `${where}: ${Type}`)
    .sort();
}
