import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib/core';
import { Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';

/**
 * The customer key of an environment. Its policy names services, never resources of upper layers
 * (that would be a circle of stacks), and only for this account's resources.
 */
export class EncryptionKey extends Key {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      description: 'Encrypts what Strata stores in this environment',
      enableKeyRotation: true,
      // The longest that KMS allows: a deleted key makes every retained document unreadable.
      pendingWindow: Duration.days(30),
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const stack = Stack.of(this);
    const account = { 'aws:SourceAccount': stack.account };
    this.admit('logs', `logs.${stack.region}.amazonaws.com`, {
      ArnLike: {
        'kms:EncryptionContext:aws:logs:arn': stack.formatArn({ service: 'logs', resource: '*' }),
      },
    });
    // Alarms publish to the encrypted topic; rules and the trail deliver to it and to buckets.
    for (const service of ['cloudwatch', 'cloudtrail', 'sns', 'budgets']) {
      this.admit(service, `${service}.amazonaws.com`, { StringEquals: account });
    }
    // EventBridge names no source account when it publishes to an encrypted topic (its user guide).
    this.admit('events', 'events.amazonaws.com');
  }

  private admit(name: string, principal: string, conditions?: Record<string, unknown>): void {
    this.addToResourcePolicy(
      new PolicyStatement({
        sid: `Admit${name}`,
        effect: Effect.ALLOW,
        principals: [new ServicePrincipal(principal)],
        actions: ['kms:Encrypt', 'kms:Decrypt', 'kms:GenerateDataKey', 'kms:DescribeKey'],
        resources: ['*'],
        ...(conditions ? { conditions } : {}),
      }),
    );
  }
}
