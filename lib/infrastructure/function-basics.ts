import { ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { acknowledgePatterns } from '../shared/acknowledge.ts';

export interface FunctionBasicsProps {
  /** Functions run in private subnets and attach network interfaces there. */
  readonly attachesToNetwork: boolean;
}

const TRACES = ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'];
/** The six that Lambda tests the role for (AWSLambdaVPCAccessExecutionRole, without its logs). */
const INTERFACES = [
  'ec2:CreateNetworkInterface',
  'ec2:DescribeNetworkInterfaces',
  'ec2:DescribeSubnets',
  'ec2:DeleteNetworkInterface',
  'ec2:AssignPrivateIpAddresses',
  'ec2:UnassignPrivateIpAddresses',
];

/** What every function may do: send traces and, in private subnets, attach to its network. */
export class FunctionBasics extends ManagedPolicy {
  constructor(scope: Construct, id: string, props: FunctionBasicsProps) {
    const actions = props.attachesToNetwork ? [...TRACES, ...INTERFACES] : TRACES;
    super(scope, id, {
      description: 'What every function may do',
      statements: [new PolicyStatement({ actions, resources: ['*'] })],
    });
    acknowledgePatterns(
      this,
      ['*'],
      'X-Ray defines no resource type for writing trace segments (Service Authorization Reference). Where functions run in private subnets, Lambda makes network interfaces whose ids are not known beforehand and refuses a role that lacks one of the six actions on all resources.',
    );
  }
}
