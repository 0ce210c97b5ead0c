import { ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { acknowledgePatterns } from '../shared/acknowledge.ts';

/** Lets Step Functions set up the delivery of its logs. */
export class LogDeliveryPolicy extends ManagedPolicy {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      description: 'Sets up the delivery of state machine logs',
      statements: [
        new PolicyStatement({
          actions: [
            'logs:CreateLogDelivery',
            'logs:GetLogDelivery',
            'logs:UpdateLogDelivery',
            'logs:DeleteLogDelivery',
            'logs:ListLogDeliveries',
            'logs:PutResourcePolicy',
            'logs:DescribeResourcePolicies',
            'logs:DescribeLogGroups',
          ],
          resources: ['*'],
        }),
      ],
    });
    acknowledgePatterns(
      this,
      ['*'],
      'Log deliveries and log resource policies are settings of the account without a resource type; Step Functions demands these actions on all resources (Step Functions developer guide, logging).',
    );
  }
}
