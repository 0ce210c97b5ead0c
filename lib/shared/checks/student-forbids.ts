import { resourcesOf } from './checked.ts';
import type { Checked, Finding, PlacedResource } from './checked.ts';

/** What costs while nobody uses it, or needs a person's care: not in a student's account. */
const FORBIDDEN: Readonly<Record<string, (resource: PlacedResource) => boolean>> = {
  'a NAT gateway': ({ Type }) => Type === 'AWS::EC2::NatGateway',
  'an interface endpoint': ({ Type, Properties }) =>
    Type === 'AWS::OpenSearchServerless::VpcEndpoint' ||
    (Type === 'AWS::EC2::VPCEndpoint' && Properties?.VpcEndpointType !== 'Gateway'),
  'a web ACL': ({ Type }) => Type === 'AWS::WAFv2::WebACL',
  'a secret': ({ Type }) => Type === 'AWS::SecretsManager::Secret',
  'a customer key': ({ Type }) => Type === 'AWS::KMS::Key',
  'a Config recorder': ({ Type }) => Type === 'AWS::Config::ConfigurationRecorder',
  'a monitor schedule': ({ Type }) => Type === 'AWS::SageMaker::MonitoringSchedule',
  'a provisioned variant': ({ Type, Properties }) =>
    Type === 'AWS::SageMaker::EndpointConfig' &&
    JSON.stringify(Properties).includes('InitialInstanceCount'),
  'a minimum of OCUs': ({ Type, Properties }) =>
    Type === 'AWS::OpenSearchServerless::CollectionGroup' &&
    /"Min\w+InOcu":[1-9]/.test(JSON.stringify(Properties)),
};

export function studentForbids(checked: Checked): readonly Finding[] {
  if (checked.profile.env !== 'student') return [];
  return resourcesOf(checked).flatMap((resource) =>
    Object.entries(FORBIDDEN)
      .filter(([, matches]) => matches(resource))
      .map(([what]) => ({ where: resource.where, what: `${what} must not be in student` })),
  );
}
