import { Duration } from 'aws-cdk-lib/core';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IManagedPolicy } from 'aws-cdk-lib/aws-iam';
import { CfnStateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { strataLogGroup } from '../shared/log-group.ts';
import { physicalName } from '../shared/physical-name.ts';
import { StrataFunction } from '../shared/strata-function.ts';
import { strataStackOf } from '../shared/strata-stack.ts';
import { flowDefinition, taskStems } from './flow-definition.ts';

export interface FlowProps {
  /** File `lib/orchestration/flows/<name>.asl.json`. */
  readonly name: string;
  /** `EXPRESS`: at most 5 minutes, started and awaited by a request. */
  readonly type: 'STANDARD' | 'EXPRESS';
  /** Lets the service deliver its log and traces. */
  readonly observed: IManagedPolicy;
  /** What a task of the flow may do; called once for each state that calls a function. */
  readonly grant: (fn: StrataFunction) => void;
  /** Memory and time of the tasks that need more than 512 MB and 60 s, by state. @default none */
  readonly sizes?: Readonly<Record<string, { memoryMb: number; timeout: Duration }>>;
}

/** A state machine from its file, and one function for each of its tasks. */
export class Flow extends Construct {
  readonly machine: CfnStateMachine;

  constructor(scope: Construct, id: string, props: FlowProps) {
    super(scope, id);
    const stack = strataStackOf(this);
    const definition = flowDefinition(props.name, stack.profile.sides);
    const tasks = taskStems(definition).map((stem) => this.task(stem, props));
    const role = this.makeRole(props, tasks);
    this.machine = new CfnStateMachine(this, 'Machine', {
      stateMachineType: props.type,
      roleArn: role.roleArn,
      definitionString: JSON.stringify(definition),
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

  private task(stem: string, { grant, sizes }: FlowProps): StrataFunction {
    const fn = new StrataFunction(this, pascal(stem), {
      stem,
      description: `Task ${stem}`,
      ...sizes?.[stem],
    });
    grant(fn);
    return fn;
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

/** `read-document` → `ReadDocument`. */
function pascal(stem: string): string {
  return stem
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
