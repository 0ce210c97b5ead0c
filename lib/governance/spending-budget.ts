import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import { Construct } from 'constructs';
import { strataStackOf } from '../shared/strata-stack.ts';

/** Tells the alarm topic at 80 % and at 100 % of the profile's monthly budget. */
export class SpendingBudget extends Construct {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const { profile, foundation } = strataStackOf(this);
    new CfnBudget(this, 'Budget', {
      budget: {
        budgetType: 'COST',
        timeUnit: 'MONTHLY',
        budgetLimit: { amount: profile.budgetUsdPerMonth, unit: 'USD' },
        costFilters: { TagKeyValue: [`user:strata:env$${profile.env}`] },
      },
      notificationsWithSubscribers: [80, 100].map((threshold) => ({
        notification: {
          notificationType: 'ACTUAL',
          comparisonOperator: 'GREATER_THAN',
          threshold,
          thresholdType: 'PERCENTAGE',
        },
        subscribers: [{ subscriptionType: 'SNS', address: foundation.alarmTopic.topicArn }],
      })),
    });
  }
}
