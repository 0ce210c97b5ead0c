import { prices } from '../../../config/prices.ts';
import type { Profile } from '../../../config/schema.ts';
import { ConfigurationError } from '../../../lambda/errors.ts';
import { isRecord, listOf, resourcesOf } from './checked.ts';
import type { Checked, PlacedResource } from './checked.ts';

/** AWS's month of 730 hours. */
const HOURS = 730;
/** CloudWatch's first three dashboards are free (config/prices.json: "month after 3"). */
const FREE_DASHBOARDS = 3;

export interface IdleLine {
  readonly what: string;
  readonly count: number;
  readonly unit: string;
  /** Null where no source gives the price. */
  readonly usdPerMonth: number | null;
  readonly price: string;
}

/** What an environment costs in a month in which nobody uses it, line by line. */
export function idleLines(checked: Pick<Checked, 'profile' | 'templates'>): readonly IdleLine[] {
  const resources = resourcesOf(checked);
  const count = (type: string) => resources.filter(({ Type }) => Type === type).length;
  const dashboards = count('AWS::CloudWatch::Dashboard');
  const lines = [
    line('Alarms', count('AWS::CloudWatch::Alarm'), 'alarm', 'cloudwatch.alarm', 1),
    line(
      'Alarms that scaling makes',
      sum(resources, scalingAlarms),
      'alarm',
      'cloudwatch.alarm',
      1,
    ),
    line(
      'Dashboards beyond the free three',
      Math.max(0, dashboards - FREE_DASHBOARDS),
      'dashboard',
      'cloudwatch.dashboard',
      1,
    ),
    line('Customer keys', count('AWS::KMS::Key'), 'key', 'kms.key', 1),
    line('Secrets', count('AWS::SecretsManager::Secret'), 'secret', 'secretsmanager.secret', 1),
    line('NAT gateways', count('AWS::EC2::NatGateway'), 'gateway', 'vpc.nat-gateway', HOURS),
    line('Web ACLs', count('AWS::WAFv2::WebACL'), 'ACL', 'waf.web-acl', 1),
    line('Web ACL rules', sum(resources, webAclRules), 'rule', 'waf.rule', 1),
    line(
      'Interface endpoints',
      sum(resources, endpointZones),
      'endpoint and zone',
      'vpc.interface-endpoint',
      HOURS,
    ),
    line('Vector store', sum(resources, minimumOcus), 'OCU', 'opensearch.serverless.ocu', HOURS),
    ...instanceLines(checked.profile, resources),
  ];
  return lines.filter((one) => one.count > 0);
}

/** The known lines together, in USD a month. */
export function idleUsd(checked: Pick<Checked, 'profile' | 'templates'>): number {
  return idleLines(checked).reduce((total, one) => total + (one.usdPerMonth ?? 0), 0);
}

function line(
  what: string,
  count: number,
  unit: string,
  price: string,
  perMonth: number,
): IdleLine {
  const found = prices[price];
  if (!found) {
    throw new ConfigurationError(`config/prices.json must have ${price}; add it with its source`);
  }
  const usdPerMonth = found.usd === null ? null : count * found.usd * perMonth;
  return { what, count, unit, usdPerMonth, price };
}

function sum(
  resources: readonly PlacedResource[],
  of: (resource: PlacedResource) => number,
): number {
  return resources.reduce((total, resource) => total + of(resource), 0);
}

/** Target tracking makes one that scales out and one that scales in. */
function scalingAlarms({ Type, Properties }: PlacedResource): number {
  const isTracked =
    Type === 'AWS::ApplicationAutoScaling::ScalingPolicy' &&
    Properties?.PolicyType === 'TargetTrackingScaling';
  return isTracked ? 2 : 0;
}

function webAclRules({ Type, Properties }: PlacedResource): number {
  return Type === 'AWS::WAFv2::WebACL' ? listOf(Properties?.Rules).length : 0;
}

function endpointZones({ Type, Properties }: PlacedResource): number {
  const isEndpoint =
    Type === 'AWS::OpenSearchServerless::VpcEndpoint' ||
    (Type === 'AWS::EC2::VPCEndpoint' && Properties?.VpcEndpointType === 'Interface');
  return isEndpoint ? listOf(Properties?.SubnetIds).length : 0;
}

function minimumOcus({ Type, Properties }: PlacedResource): number {
  const limits = Properties?.CapacityLimits;
  if (Type !== 'AWS::OpenSearchServerless::CollectionGroup' || !isRecord(limits)) return 0;
  return Number(limits.MinIndexingCapacityInOcu ?? 0) + Number(limits.MinSearchCapacityInOcu ?? 0);
}

/** The price of an instance in the profile's region, else in us-east-1, which is 11 % lower. */
function instanceLines(
  { region }: Profile,
  resources: readonly PlacedResource[],
): readonly IdleLine[] {
  return resources
    .filter(({ Type }) => Type === 'AWS::SageMaker::EndpointConfig')
    .flatMap(({ Properties }) => listOf(Properties?.ProductionVariants))
    .filter(isRecord)
    .filter((variant) => variant.InstanceType !== undefined)
    .map((variant) => {
      const base = `sagemaker.${String(variant.InstanceType)}`;
      const price = prices[`${base}.${region}`] ? `${base}.${region}` : base;
      const count = Number(variant.InitialInstanceCount ?? 0);
      return line('Endpoint instances', count, String(variant.InstanceType), price, HOURS);
    });
}
