import { CustomResource, Stack } from 'aws-cdk-lib/core';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { acknowledgePatterns } from '../shared/acknowledge.ts';
import { strataLogGroup } from '../shared/log-group.ts';
import { StrataFunction } from '../shared/strata-function.ts';
import { strataStackOf, tagSide } from '../shared/strata-stack.ts';

/**
 * Bedrock's log of every model call (metadata, no prompts: those stand in the interaction record).
 * It is one setting of the account: the custom resource refuses when something is already set,
 * and on delete restores what was there, which is nothing.
 */
export class LlmopsInvocationLogging extends Construct {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    tagSide(this, 'llmops');
    const stack = Stack.of(this);
    const logs = strataLogGroup(this, 'Logs');
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('bedrock.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
      }),
      description: 'Bedrock writes its invocation log',
    });
    role.addToPrincipalPolicy(
      new PolicyStatement({
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [logs.logGroupArn],
      }),
    );
    const owner = new StrataFunction(this, 'OwnInvocationLogging', {
      name: 'llmops-own-invocation-logging',
    });
    owner.allow(
      [
        'bedrock:GetModelInvocationLoggingConfiguration',
        'bedrock:PutModelInvocationLoggingConfiguration',
        'bedrock:DeleteModelInvocationLoggingConfiguration',
      ],
      ['*'],
    );
    owner.allow(['iam:PassRole'], [role.roleArn]);
    acknowledgePatterns(
      owner.role,
      ['*'],
      'The invocation logging configuration is one setting of the account without an ARN: Bedrock defines no resource type for these three actions.',
    );
    const setting = new CustomResource(this, 'Setting', {
      serviceToken: owner.function.functionArn,
      resourceType: 'Custom::BedrockInvocationLogging',
      properties: {
        LogGroupName: logs.logGroupName,
        RoleArn: role.roleArn,
        Environment: strataStackOf(this).profile.env,
      },
    });
    setting.node.addDependency(owner, role, logs);
    // In private subnets the function reaches nothing before the endpoints are there, and nothing
    // once they are gone: it runs after the first and before the second.
    const { network } = strataStackOf(this).foundation;
    if (network) setting.node.addDependency(network.vpc);
  }
}
