import type { Emulator } from '../emulator.ts';
import { bedrockResources } from './bedrock.ts';
import { openSearchResources } from './open-search.ts';
import { arn, named, onlyNamed } from './resources.ts';
import type { ResourceType } from './resources.ts';

/** Every type that is replaced, and what makes it. */
export function replacedTypes(options: {
  readonly emulator: () => Emulator;
  readonly nodeUrl: string;
  readonly findings: Set<string>;
}): Readonly<Record<string, ResourceType>> {
  return {
    ...openSearchResources(options.nodeUrl, options.findings),
    ...bedrockResources(options.emulator),
    'AWS::SageMaker::FeatureGroup': onlyNamed('FeatureGroupName', 'sagemaker', 'feature-group'),
    'AWS::SageMaker::Pipeline': onlyNamed('PipelineName', 'sagemaker', 'pipeline'),
    'AWS::SageMaker::ModelPackageGroup': {
      make: async (properties) => {
        const name = named(properties['ModelPackageGroupName']);
        const ref = arn('sagemaker', `model-package-group/${name}`);
        return { ref, attributes: { ModelPackageGroupArn: ref } };
      },
    },
    'AWS::CloudTrail::Trail': onlyNamed('TrailName', 'cloudtrail', 'trail'),
    'AWS::Budgets::Budget': {
      make: async (_properties, logicalId) => ({ ref: logicalId }),
    },
  };
}
