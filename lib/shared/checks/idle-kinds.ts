import type { Checked, Finding } from './checked.ts';
import { resourcesOf } from './checked.ts';
import { idleLines } from './idle-cost.ts';

/** Kinds that `idleLines` counts, or counts some of. */
const COUNTED: ReadonlySet<string> = new Set([
  'AWS::ApplicationAutoScaling::ScalingPolicy',
  'AWS::CloudWatch::Alarm',
  'AWS::CloudWatch::Dashboard',
  'AWS::EC2::NatGateway',
  'AWS::EC2::VPCEndpoint',
  'AWS::KMS::Key',
  'AWS::OpenSearchServerless::CollectionGroup',
  'AWS::OpenSearchServerless::VpcEndpoint',
  'AWS::SageMaker::EndpointConfig',
  'AWS::SecretsManager::Secret',
  'AWS::WAFv2::WebACL',
]);

/** What nobody pays for while nothing is used, by why: the services' price pages. */
const FREE: Readonly<Record<string, readonly string[]>> = {
  'paid by the request': [
    'AWS::ApiGateway::RestApi',
    'AWS::CloudFront::Distribution',
    'AWS::DynamoDB::GlobalTable',
    'AWS::Lambda::Function',
    'AWS::Lambda::EventSourceMapping',
    'AWS::SNS::Topic',
    'AWS::SQS::Queue',
    'AWS::StepFunctions::StateMachine',
  ],
  'paid by the event; what a schedule starts is use: at five minutes 8,640 starts a month, about a cent':
    ['AWS::Events::Rule'],
  'paid by what is stored: nothing, or megabytes': [
    'AWS::Logs::LogGroup',
    'AWS::S3::Bucket',
    'AWS::SageMaker::FeatureGroup',
  ],
  'paid by the active user': ['AWS::Cognito::UserPool'],
  'paid by the event recorded': ['AWS::CloudTrail::Trail', 'AWS::EC2::FlowLog'],
  'paid by the token or text unit': [
    'AWS::Bedrock::ApplicationInferenceProfile',
    'AWS::Bedrock::Guardrail',
    'AWS::Bedrock::GuardrailVersion',
  ],
  'paid by the training run': ['AWS::SageMaker::Pipeline'],
  'its configuration is paid, not the name': [
    'AWS::SageMaker::Endpoint',
    'AWS::SageMaker::Model',
    'AWS::SageMaker::ModelPackageGroup',
  ],
  'its group is paid': [
    'AWS::OpenSearchServerless::Collection',
    'AWS::OpenSearchServerless::Index',
  ],
  'a budget without actions is free': ['AWS::Budgets::Budget'],
  'networks and their rules are free': [
    'AWS::EC2::VPC',
    'AWS::EC2::Subnet',
    'AWS::EC2::RouteTable',
    'AWS::EC2::SubnetRouteTableAssociation',
    'AWS::EC2::SecurityGroup',
    'AWS::EC2::SecurityGroupIngress',
    'AWS::EC2::SecurityGroupEgress',
  ],
  'a part of what it belongs to': [
    'AWS::ApiGateway::Account',
    'AWS::ApiGateway::Authorizer',
    'AWS::ApiGateway::Deployment',
    'AWS::ApiGateway::Method',
    'AWS::ApiGateway::RequestValidator',
    'AWS::ApiGateway::Resource',
    'AWS::ApiGateway::Stage',
    'AWS::ApplicationAutoScaling::ScalableTarget',
    'AWS::CloudFront::OriginAccessControl',
    'AWS::CloudFront::ResponseHeadersPolicy',
    'AWS::Cognito::UserPoolClient',
    'AWS::Cognito::UserPoolDomain',
    'AWS::Cognito::UserPoolGroup',
    'AWS::IAM::ManagedPolicy',
    'AWS::IAM::Policy',
    'AWS::IAM::Role',
    'AWS::IAM::RolePolicy',
    'AWS::KMS::Alias',
    'AWS::Lambda::Permission',
    'AWS::Logs::ResourcePolicy',
    'AWS::OpenSearchServerless::AccessPolicy',
    'AWS::OpenSearchServerless::SecurityPolicy',
    'AWS::S3::BucketPolicy',
    'AWS::SNS::Subscription',
    'AWS::SNS::TopicPolicy',
    'AWS::SQS::QueuePolicy',
    'AWS::WAFv2::WebACLAssociation',
  ],
};
const FREE_KINDS: ReadonlySet<string> = new Set(Object.values(FREE).flat());

/** A sum that leaves something out would be a wrong promise: every kind is counted or known as free. */
export function uncountedCosts(checked: Checked): readonly Finding[] {
  const kinds = new Set(resourcesOf(checked).map(({ Type }) => Type));
  const unknown = [...kinds].filter(
    // A custom resource is a function and a record of CloudFormation's.
    (kind) => !COUNTED.has(kind) && !FREE_KINDS.has(kind) && !kind.startsWith('Custom::'),
  );
  return [
    ...unknown.toSorted().map((kind) => ({
      where: kind,
      what: 'must be counted by idle-cost.ts or stand in idle-kinds.ts with why it costs nothing',
    })),
    ...idleLines(checked)
      .filter(({ usdPerMonth }) => usdPerMonth === null)
      .map(({ what, price }) => ({
        where: what,
        what: `has no price; add ${price} to config/prices.json with its source`,
      })),
  ];
}
