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
import type { DeclaredFunction } from './built-steps.ts';
import { strataLogGroup } from './log-group.ts';
import { strataStackOf, tagSide } from './strata-stack.ts';
import type { Side } from './strata-stack.ts';

export interface StrataFunctionProps {
  /** Of its declaration below `lambda/`, which says what else it is; the prefix is the side. */
  readonly name: string;
}

/**
 * The one way to make a function: own role without managed rights, own log group with retention,
 * JSON logs, traces, dead letters. It may do what its declaration touches and nothing else.
 */
export class StrataFunction extends Construct {
  readonly function: LambdaFunction;
  readonly role: Role;
  readonly stem: string;
  readonly declared: DeclaredFunction;

  constructor(scope: Construct, id: string, props: StrataFunctionProps) {
    super(scope, id);
    this.stem = props.name;
    const stack = strataStackOf(this);
    this.declared = stack.assets.steps.named(this.stem);
    const { foundation } = stack;
    tagSide(this, sideOf(this.stem));
    Tags.of(this).add('strata:stem', this.stem);
    this.role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: `Runs ${this.stem}`,
    });
    this.role.addManagedPolicy(foundation.functionBasics);
    const logGroup = strataLogGroup(this, 'Logs');
    this.allow(['logs:CreateLogStream', 'logs:PutLogEvents'], [logGroup.logGroupArn]);
    const { network } = foundation;
    this.function = new LambdaFunction(this, 'Function', {
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(stack.assets.functionBundle(this.stem)),
      handler: 'index.handler',
      description: this.declared.does,
      role: this.role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      memorySize: this.declared.memoryMb,
      timeout: Duration.seconds(this.declared.timeoutSeconds),
      deadLetterQueue: stack.deadLetters,
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
    foundation.grants.give(this, this.declared.granted);
  }

  /** Adds one exact statement to the function's role. For offers of grants only. */
  allow(
    actions: readonly string[],
    resources: readonly string[],
    conditions: Readonly<Record<string, unknown>> = {},
  ): void {
    this.role.addToPrincipalPolicy(
      new PolicyStatement({ actions: [...actions], resources: [...resources], conditions }),
    );
  }

  /**
   * Lets the function's template change with a value that it reads through a weak reference, or `cdk
   * deploy` would skip it and leave it the old value.
   */
  follow(name: string, hash: string): void {
    const resource = this.function.node.defaultChild;
    if (resource instanceof CfnFunction) resource.addMetadata(`strata:follows:${name}`, hash);
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
