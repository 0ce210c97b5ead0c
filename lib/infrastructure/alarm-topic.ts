import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Annotations, Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { strataStackOf } from '../shared/strata-stack.ts';

export interface AlarmTopicProps {
  /** Must admit cloudwatch, events and budgets, or alarms vanish. @default the service's own key */
  readonly key?: IKey;
}

/** Where every alarm, budget and failed pipeline is told. */
export class AlarmTopic extends Topic {
  constructor(scope: Construct, id: string, props: AlarmTopicProps) {
    super(scope, id, {
      displayName: 'Strata alarms',
      enforceSSL: true,
      ...(props.key ? { masterKey: props.key } : {}),
    });
    const account = { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } };
    this.admit('ServicesOfThisAccountTell', ['cloudwatch', 'budgets'], account);
    // Rules cannot publish where the statement has a condition (EventBridge user guide).
    this.admit('RulesTell', ['events']);
    const { email } = strataStackOf(scope).profile.alarms;
    if (email === null) {
      Annotations.of(this).addWarningV2(
        'strata:alarms-without-reader',
        'alarms are told to nobody; give -c alarmEmail=you@example.com or set alarms.email',
      );
    } else {
      this.addSubscription(new EmailSubscription(email));
    }
  }

  private admit(
    sid: string,
    services: readonly string[],
    conditions?: Record<string, unknown>,
  ): void {
    this.addToResourcePolicy(
      new PolicyStatement({
        sid,
        principals: services.map((service) => new ServicePrincipal(`${service}.amazonaws.com`)),
        actions: ['sns:Publish'],
        resources: [this.topicArn],
        ...(conditions ? { conditions } : {}),
      }),
    );
  }
}
