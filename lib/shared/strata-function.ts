import { Duration, Tags } from 'aws-cdk-lib/core';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  CfnFunction,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
} from 'aws-cdk-lib/aws-lambda';
import { SubnetType } from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';
import { ENV } from '../../lambda/env.ts';
import { strataLogGroup } from './log-group.ts';
import { strataStackOf, tagSide } from './strata-stack.ts';
import type { Side } from './strata-stack.ts';

export interface StrataFunctionProps {
  /** Name of the file in `lambda/functions`; its prefix is the side. */
  readonly stem: string;
  /** What it does, for people in the console. */
  readonly description: string;
  /** 128 to 10,240. @default 512 */
  readonly memoryMb?: number;
  /** At most 15 minutes. @default 60 seconds */
  readonly timeout?: Duration;
  /** Keeps so many executions for this function and allows no more. @default the account's pool */
  readonly reservedConcurrency?: number;
}

/**
 * The one way to make a function: own role without managed rights, own log group with retention,
 * JSON logs, traces, dead letters. It may do what lower constructs grant it and nothing else.
 */
export class StrataFunction extends Construct {
  readonly function: LambdaFunction;
  readonly role: Role;
  readonly stem: string;

  constructor(scope: Construct, id: string, props: StrataFunctionProps) {
    super(scope, id);
    this.stem = props.stem;
    const stack = strataStackOf(this);
    const { foundation, profile } = stack;
    tagSide(this, sideOf(props.stem));
    Tags.of(this).add('strata:stem', props.stem);
    this.role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: `Runs ${props.stem}`,
    });
    this.role.addManagedPolicy(foundation.functionBasics);
    const logGroup = strataLogGroup(this, 'Logs');
    this.allow(['logs:CreateLogStream', 'logs:PutLogEvents'], [logGroup.logGroupArn]);
    const { network } = foundation;
    this.function = new LambdaFunction(this, 'Function', {
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(stack.assets.functionBundle(props.stem)),
      handler: 'index.handler',
      description: props.description,
      role: this.role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      memorySize: props.memoryMb ?? 512,
      timeout: props.timeout ?? Duration.seconds(60),
      deadLetterQueue: stack.deadLetters,
      ...(props.reservedConcurrency
        ? { reservedConcurrentExecutions: props.reservedConcurrency }
        : {}),
      environment: { [ENV.environment]: profile.env },
      ...(network
        ? {
            vpc: network.vpc,
            vpcSubnets: { subnetType: SubnetType.PRIVATE_ISOLATED },
            securityGroups: [network.functions],
          }
        : {}),
    });
    // The library's `tracing` would give each role its own statement on `*`; one policy serves all.
    const resource = this.function.node.defaultChild;
    if (resource instanceof CfnFunction) resource.tracingConfig = { mode: 'Active' };
    if (foundation.key) {
      this.allow(['kms:GenerateDataKey', 'kms:Decrypt'], [foundation.key.keyArn]);
    }
  }

  /** Adds one exact statement to the function's role. For `grantX` methods only. */
  allow(actions: readonly string[], resources: readonly string[]): void {
    this.role.addToPrincipalPolicy(
      new PolicyStatement({ actions: [...actions], resources: [...resources] }),
    );
  }

  /** Sets variables of `ENV` that the grant goes with. */
  configure(variables: Readonly<Record<string, string>>): void {
    for (const [name, value] of Object.entries(variables)) {
      this.function.addEnvironment(name, value);
    }
  }
}

function sideOf(stem: string): Side {
  if (stem.startsWith('llmops-')) return 'llmops';
  if (stem.startsWith('mlops-')) return 'mlops';
  return 'shared';
}
