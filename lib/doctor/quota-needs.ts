import type { Profile } from '../../config/schema.ts';
import {
  isRecord,
  listOf,
  type PlacedResource,
  resourcesOf,
  statementsOf,
} from '../shared/checks/checked.ts';
import type { Examined } from './examined.ts';

/** How much of a quota an environment takes. */
export interface QuotaNeed {
  /** Service Quotas' code of the service. */
  readonly service: string;
  /** Of the quota's name. */
  readonly named: RegExp;
  /** Below this the deployment, or the first use, fails. */
  readonly least: number;
  /** Below this the environment is throttled before its own limits are reached. */
  readonly wanted: number;
  readonly why: string;
}

/** Read off the templates and the profile: nothing is listed a second time. */
export function quotaNeeds({ checked, configuration }: Examined): readonly QuotaNeed[] {
  const resources = resourcesOf(checked);
  return [
    lambdaNeed(resources, configuration.profile),
    ...endpointNeeds(resources),
    ...trainingNeeds(resources, configuration.profile),
    ...textractNeeds(checked),
  ];
}

/** Reserved concurrency is taken out of what all functions share, of which 100 must stay. */
const UNRESERVED = 100;

function lambdaNeed(resources: readonly PlacedResource[], { quotas }: Profile): QuotaNeed {
  const reserved = sumOf(resources, 'AWS::Lambda::Function', ({ ReservedConcurrentExecutions }) =>
    Number(ReservedConcurrentExecutions ?? 0),
  );
  const queued = sumOf(resources, 'AWS::Lambda::EventSourceMapping', ({ ScalingConfig }) =>
    isRecord(ScalingConfig) ? Number(ScalingConfig.MaximumConcurrency ?? 0) : 0,
  );
  return {
    service: 'lambda',
    named: /^Concurrent executions$/,
    least: reserved === 0 ? 1 : reserved + UNRESERVED,
    wanted: Math.max(reserved, quotas.burst + queued),
    why: `${quotas.burst} requests at once (quotas.burst)${queued > 0 ? ` and ${queued} from queues` : ''}`,
  };
}

/** An update makes the new instances before it ends the old ones: twice as many for a while. */
const FLEETS_OF_AN_UPDATE = 2;

function endpointNeeds(resources: readonly PlacedResource[]): readonly QuotaNeed[] {
  const most = sumOf(resources, 'AWS::ApplicationAutoScaling::ScalableTarget', ({ MaxCapacity }) =>
    Number(MaxCapacity ?? 0),
  );
  return resources
    .filter(({ Type }) => Type === 'AWS::SageMaker::EndpointConfig')
    .flatMap(({ Properties }) => listOf(Properties?.ProductionVariants))
    .filter(isRecord)
    .map((variant): QuotaNeed => {
      if (isRecord(variant.ServerlessConfig)) {
        const concurrency = Number(variant.ServerlessConfig.MaxConcurrency);
        return {
          service: 'sagemaker',
          named: /^Maximum total concurrency that can be allocated across all serverless endpoints/,
          least: concurrency,
          wanted: FLEETS_OF_AN_UPDATE * concurrency,
          why: `the serverless endpoint takes ${concurrency}, twice that while it is updated`,
        };
      }
      const count = Number(variant.InitialInstanceCount ?? 1);
      const type = String(variant.InstanceType);
      return {
        service: 'sagemaker',
        named: exactly(`${type} for endpoint usage`),
        least: count,
        wanted: Math.max(most, FLEETS_OF_AN_UPDATE * count),
        why: `the endpoint starts with ${count}, takes up to ${Math.max(most, count)} under load and twice ${count} while it is updated`,
      };
    });
}

/** As a pipeline's definition says it, which is text within the template. */
const TRAINING_STEP = /Type\\*":\s*\\*"Training\\*"/g;

function trainingNeeds(
  resources: readonly PlacedResource[],
  { training }: Profile,
): readonly QuotaNeed[] {
  return resources
    .filter(({ Type }) => Type === 'AWS::SageMaker::Pipeline')
    .map(({ Properties }) => {
      const trainings = JSON.stringify(Properties).match(TRAINING_STEP)?.length ?? 1;
      return {
        service: 'sagemaker',
        named: exactly(`${training.instanceType} for training job usage`),
        least: 1,
        wanted: trainings,
        why: `the training pipeline has ${trainings} training jobs, which may run side by side`,
      };
    });
}

/** Quota names of Amazon Textract by the action that they limit. */
const TEXTRACT: Readonly<Record<string, RegExp>> = {
  'textract:DetectDocumentText': /per second.* synchronous .*Detect ?Document ?Text/i,
  'textract:StartDocumentTextDetection': /per second.* Start ?Document ?Text ?Detection/i,
};

function textractNeeds(checked: Examined['checked']): readonly QuotaNeed[] {
  const actions = new Set(statementsOf(checked).flatMap(({ Action }) => Action));
  return Object.entries(TEXTRACT)
    .filter(([action]) => actions.has(action))
    .map(([action, named]) => ({
      service: 'textract',
      named,
      least: 1,
      wanted: 1,
      why: `scans are read by ${action}: no more of them begin in a second`,
    }));
}

function sumOf(
  resources: readonly PlacedResource[],
  type: string,
  of: (properties: Readonly<Record<string, unknown>>) => number,
): number {
  return resources
    .filter(({ Type }) => Type === type)
    .reduce((sum, { Properties = {} }) => sum + of(Properties), 0);
}

function exactly(name: string): RegExp {
  return new RegExp(`^${name.replaceAll('.', '\\.')}$`);
}
