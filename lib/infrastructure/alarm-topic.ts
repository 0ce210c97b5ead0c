import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Stack } from 'aws-cdk-lib/core';
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
    this.addToResourcePolicy(
      new PolicyStatement({
        sid: 'ServicesOfThisAccountTell',
        principals: ['cloudwatch', 'events', 'budgets'].map(
          (service) => new ServicePrincipal(`${service}.amazonaws.com`),
        ),
        actions: ['sns:Publish'],
        resources: [this.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    const { email } = strataStackOf(scope).profile.alarms;
    if (email) this.addSubscription(new EmailSubscription(email));
  }
}
