import { Stack, Tags } from 'aws-cdk-lib/core';
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct, IConstruct } from 'constructs';
import type { Configuration } from '../../config/load-profile.ts';
import type { Profile } from '../../config/schema.ts';
import { ConfigurationError } from '../../lambda/errors.ts';
import type { Assets } from './assets.ts';
import type { Foundation } from './foundation.ts';

export type Layer =
  | 'infrastructure'
  | 'data'
  | 'model'
  | 'governance'
  | 'orchestration'
  | 'application';
export type Side = 'llmops' | 'mlops' | 'shared';

export interface StrataStackProps {
  readonly configuration: Configuration;
  readonly assets: Assets;
}

/** Base of the six stacks: name, tags, dead letters and alarms are made one way. */
export abstract class StrataStack extends Stack {
  readonly configuration: Configuration;
  readonly profile: Profile;
  readonly assets: Assets;
  readonly layer: Layer;
  /** What infrastructure gives; its own stack sets it, the others get it. */
  abstract readonly foundation: Foundation;
  #deadLetters: IQueue | undefined;
  #alarmTopic: ITopic | undefined;

  constructor(scope: Construct, layer: Layer, props: StrataStackProps) {
    const { profile } = props.configuration;
    super(scope, layer, {
      stackName: `strata-${profile.env}-${layer}`,
      description: `Strata ${profile.env}: the ${layer} layer`,
      terminationProtection: profile.terminationProtection,
    });
    this.configuration = props.configuration;
    this.profile = profile;
    this.assets = props.assets;
    this.layer = layer;
    Tags.of(this).add('strata:layer', layer);
    tagSide(this, 'shared');
  }

  /**
   * Where events go that a function of this stack gave up on. Imported, because a queue's own
   * policy must not name rules of upper layers: it admits the event service for the account.
   */
  get deadLetters(): IQueue {
    this.#deadLetters ??= Queue.fromQueueArn(
      this,
      'DeadLetters',
      this.foundation.deadLetters.queueArn,
    );
    return this.#deadLetters;
  }

  /** The topic as rules may target it: its own policy and its key's are infrastructure's. */
  get alarmTopic(): ITopic {
    this.#alarmTopic ??= Topic.fromTopicArn(
      this,
      'AlarmTopic',
      this.foundation.alarmTopic.topicArn,
    );
    return this.#alarmTopic;
  }

  /** Tells the alarm topic when `metric` is above `threshold` in one period. */
  alarmAbove(scope: Construct, id: string, metric: IMetric, threshold: number, meaning: string) {
    const alarm = new Alarm(scope, id, {
      metric,
      threshold,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription: meaning,
    });
    alarm.addAlarmAction(new SnsAction(this.foundation.alarmTopic));
  }
}

/** The Strata stack that the construct stands in. @throws ConfigurationError outside of one. */
export function strataStackOf(construct: IConstruct): StrataStack {
  const stack = Stack.of(construct);
  if (stack instanceof StrataStack) return stack;
  throw new ConfigurationError(`${construct.node.path} must stand in a Strata stack`);
}

/** Says whose cost and whose concern the construct is. */
export function tagSide(construct: IConstruct, side: Side): void {
  Tags.of(construct).add('strata:side', side);
}
