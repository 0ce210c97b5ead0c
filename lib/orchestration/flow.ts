import { ArnFormat, Duration, Stack } from 'aws-cdk-lib/core';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IManagedPolicy } from 'aws-cdk-lib/aws-iam';
import { CfnStateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { strataLogGroup } from '../shared/log-group.ts';
import { pascal } from '../shared/pascal.ts';
import { physicalName } from '../shared/physical-name.ts';
import { StrataFunction } from '../shared/strata-function.ts';
import { strataStackOf } from '../shared/strata-stack.ts';

export interface FlowProps {
  /** File `lib/orchestration/flows/<name>.asl.json`. */
  readonly name: string;
  /** `EXPRESS`: at most 5 minutes, started and awaited by a request. */
  readonly type: 'STANDARD' | 'EXPRESS';
  /** Lets the service deliver its log and traces. */
  readonly observed: IManagedPolicy;
}

/** A state machine from its file, and one function for each of its tasks. */
export class Flow extends Construct {
  readonly machine: CfnStateMachine;

  constructor(scope: Construct, id: string, props: FlowProps) {
    super(scope, id);
    const stack = strataStackOf(this);
    const definition = stack.assets.steps.flow(stack.profile.env, props.name);
    const tasks = taskNames(definition).map(
      (name) => new StrataFunction(this, pascal(name), { name }),
    );
    const role = this.makeRole(props, tasks);
    this.machine = new CfnStateMachine(this, 'Machine', {
      stateMachineType: props.type,
      roleArn: role.roleArn,
      definitionString: definition,
      definitionSubstitutions: Object.fromEntries(
        tasks.map((fn) => [fn.stem, fn.function.functionArn]),
      ),
      tracingConfiguration: { enabled: true },
      loggingConfiguration: {
        level: 'ALL',
        // Payloads may quote documents; they stand in the record, not in logs.
        includeExecutionData: false,
        destinations: [
          {
            cloudWatchLogsLogGroup: {
              // Services may only deliver to groups below this path without widening one policy.
              logGroupArn: strataLogGroup(
                this,
                'Logs',
                `/aws/vendedlogs/states/${physicalName(this, props.name, 100)}`,
              ).logGroupArn,
            },
          },
        ],
      },
    });
    this.machine.node.addDependency(role);
    stack.alarmAbove(this, 'FailedAlarm', this.failures(), 0, `The ${props.name} failed`);
  }

  get arn(): string {
    return this.machine.attrArn;
  }

  /** Every execution of it. */
  get executions(): string {
    return Stack.of(this).formatArn({
      service: 'states',
      resource: 'execution',
      resourceName: `${this.machine.attrName}:*`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
  }

  private makeRole(props: FlowProps, tasks: readonly StrataFunction[]): Role {
    const { foundation } = strataStackOf(this);
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('states.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': strataStackOf(this).account } },
      }),
      description: `Runs the ${props.name}`,
      managedPolicies: [props.observed],
    });
    role.addToPrincipalPolicy(
      new PolicyStatement({
        actions: ['lambda:InvokeFunction'],
        resources: tasks.map((fn) => fn.function.functionArn),
      }),
    );
    if (foundation.key) {
      role.addToPrincipalPolicy(
        new PolicyStatement({
          actions: ['kms:GenerateDataKey', 'kms:Decrypt'],
          resources: [foundation.key.keyArn],
        }),
      );
    }
    return role;
  }

  private failures(): Metric {
    return new Metric({
      namespace: 'AWS/States',
      metricName: 'ExecutionsFailed',
      dimensionsMap: { StateMachineArn: this.arn },
      statistic: 'Sum',
      period: Duration.minutes(5),
    });
  }
}

/** Names of the functions that the definition calls: each has a substitution. */
function taskNames(definition: string): readonly string[] {
  return [...definition.matchAll(/"Resource": "\$\{([a-z0-9-]+)\}"/g)].map(([, name = '']) => name);
}
