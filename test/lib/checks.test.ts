import { CfnBucket } from 'aws-cdk-lib/aws-s3';
import { App, Stack, Stage } from 'aws-cdk-lib/core';
import { uncountedCosts } from '../../lib/shared/checks/idle-kinds.ts';
import { idleUsd } from '../../lib/shared/checks/idle-cost.ts';
import { keyAdmissions } from '../../lib/shared/checks/key-admissions.ts';
import { openFindings, unsoundAcceptances } from '../../lib/shared/checks/nag-findings.ts';
import { openPackFindings } from '../../lib/shared/checks/pack-findings.ts';
import {
  starResources,
  unknownActions,
  wildcardActions,
} from '../../lib/shared/checks/permissions.ts';
import { studentForbids } from '../../lib/shared/checks/student-forbids.ts';
import { missingTags } from '../../lib/shared/checks/tags.ts';
import type { Checked, Template } from '../../lib/shared/checks/checked.ts';
import { synthesizeHere } from './synthesize-here.ts';

const environments = [
  ['student', synthesizeHere('student')],
  ['prod', synthesizeHere('prod')],
] as const;

describe.each(environments)('%s', (_, checked) => {
  test('has no open finding of cdk-nag', () => {
    expect(openFindings(checked)).toEqual([]);
  });

  test('accepts findings on at most 17 reasons, each with a reason', () => {
    expect(unsoundAcceptances(checked)).toEqual([]);
  });

  test('has no finding of NIST 800-53, HIPAA and PCI that no reason or open point names', () => {
    expect(openPackFindings(checked)).toEqual([]);
  });

  test('allows no action with an asterisk', () => {
    expect(wildcardActions(checked)).toEqual([]);
  });

  test('allows on every resource only what AWS lets nobody narrow', () => {
    expect(starResources(checked)).toEqual([]);
  });

  test('names only actions that exist', async () => {
    expect(await unknownActions(checked)).toEqual([]);
  });

  test('tags every resource with layer, side, environment, team and project', () => {
    expect(missingTags(checked)).toEqual([]);
  });

  test('admits to its key every service that uses it', () => {
    expect(keyAdmissions(checked)).toEqual([]);
  });
});

test('student costs at most 0.50 USD a month while nobody uses it', () => {
  expect(idleUsd(environments[0][1])).toBeLessThanOrEqual(0.5);
});

test('student has nothing that costs while idle', () => {
  expect(studentForbids(environments[0][1])).toEqual([]);
});

describe('bites', () => {
  const student = environments[0][1];
  const planted = (Type: string, Properties: Template['Resources'][string]['Properties']) => {
    const data: Template = {
      Resources: { Planted: { Type, ...(Properties ? { Properties } : {}) } },
    };
    const checked: Checked = { ...student, templates: { ...student.templates, data } };
    return checked;
  };
  const policy = (Action: string, Resource: string) =>
    planted('AWS::IAM::Policy', {
      PolicyDocument: { Statement: [{ Effect: 'Allow', Action, Resource }] },
    });

  test('an action with an asterisk', () => {
    expect(wildcardActions(policy('s3:GetObject*', 'arn:aws:s3:::x'))).toHaveLength(1);
  });

  test('a right on every resource that could be narrower', () => {
    expect(starResources(policy('s3:GetObject', '*'))).toHaveLength(1);
  });

  test('a misspelt action', async () => {
    expect(await unknownActions(policy('s3:GetObjekt', 'arn:aws:s3:::x'))).toHaveLength(1);
  });

  test.each([
    ['a NAT gateway', 'AWS::EC2::NatGateway', {}],
    ['an interface endpoint', 'AWS::EC2::VPCEndpoint', { VpcEndpointType: 'Interface' }],
    ['a web ACL', 'AWS::WAFv2::WebACL', {}],
    ['a secret', 'AWS::SecretsManager::Secret', {}],
    ['a customer key', 'AWS::KMS::Key', {}],
    ['a Config recorder', 'AWS::Config::ConfigurationRecorder', {}],
    ['a monitor schedule', 'AWS::SageMaker::MonitoringSchedule', {}],
    [
      'a provisioned variant',
      'AWS::SageMaker::EndpointConfig',
      { ProductionVariants: [{ InitialInstanceCount: 1 }] },
    ],
    [
      'a minimum of OCUs',
      'AWS::OpenSearchServerless::CollectionGroup',
      { CapacityLimits: { MinSearchCapacityInOcu: 2 } },
    ],
  ])('%s in student', (what, type, properties) => {
    expect(studentForbids(planted(type, properties)).map((finding) => finding.what)).toEqual([
      `${what} must not be in student`,
    ]);
  });

  test.each([
    'strata:layer',
    'strata:side',
    'strata:env',
    'team',
    'project',
  ])('a resource without the tag %s', (absent) => {
    const platform = new Stage(new App(), 'Planted');
    const bucket = new CfnBucket(new Stack(platform, 'Data'), 'Bucket');
    for (const tag of ['strata:layer', 'strata:side', 'strata:env', 'team', 'project']) {
      if (tag !== absent) bucket.tags.setTag(tag, 'x');
    }
    expect(missingTags({ ...student, platform }).map(({ what }) => what)).toEqual([
      `lacks the tags ${absent}`,
    ]);
  });

  test('a dear resource in the idle cost', () => {
    const Properties = {
      ProductionVariants: [{ InstanceType: 'ml.m5.large', InitialInstanceCount: 1 }],
    };
    const dear = planted('AWS::SageMaker::EndpointConfig', Properties);
    expect(idleUsd(dear)).toBeGreaterThan(80);
  });

  test('a kind that nobody counted, and one without a price', () => {
    expect(uncountedCosts(student)).toEqual([]);
    const unknown = planted('AWS::Redshift::Cluster', {});
    expect(uncountedCosts(unknown).map(({ where }) => where)).toEqual(['AWS::Redshift::Cluster']);
    const Properties = {
      ProductionVariants: [{ InstanceType: 'ml.p9.huge', InitialInstanceCount: 1 }],
    };
    const unpriced = planted('AWS::SageMaker::EndpointConfig', Properties);
    expect(() => uncountedCosts(unpriced)).toThrow('config/prices.json must have');
  });

  test('alarms that scaling makes are counted', () => {
    const Properties = { PolicyType: 'TargetTrackingScaling' };
    const scaled = planted('AWS::ApplicationAutoScaling::ScalingPolicy', Properties);
    expect(idleUsd(scaled) - idleUsd(student)).toBeCloseTo(0.2);
  });

  test('a key that admits nobody', () => {
    const data: Template = {
      Resources: {
        PlantedKey: { Type: 'AWS::KMS::Key', Properties: { KeyPolicy: { Statement: [] } } },
        Logs: { Type: 'AWS::Logs::LogGroup', Properties: { KmsKeyId: { Ref: 'PlantedKey' } } },
      },
    };
    expect(keyAdmissions({ ...student, templates: { ...student.templates, data } })).toHaveLength(
      1,
    );
  });
});
