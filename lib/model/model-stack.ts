import type { Construct } from 'constructs';
import type { DataStack } from '../data/data-stack.ts';
import type { Foundation } from '../shared/foundation.ts';
import { StrataStack } from '../shared/strata-stack.ts';
import type { StrataStackProps } from '../shared/strata-stack.ts';
import { LlmopsModelAccess } from './llmops-model-access.ts';
import { MlopsExecutionRole } from './mlops-execution-role.ts';
import { MlopsPackageGroup } from './mlops-package-group.ts';
import { MlopsServing } from './mlops-serving.ts';
import { MlopsTrainingPipeline } from './mlops-training-pipeline.ts';

export interface ModelStackProps extends StrataStackProps {
  readonly data: DataStack;
}

export interface MlopsModels {
  readonly packages: MlopsPackageGroup;
  readonly serving: MlopsServing;
  readonly pipeline: MlopsTrainingPipeline;
}

/** Which models answer, how they are trained, registered and served. */
export class ModelStack extends StrataStack {
  readonly foundation: Foundation;
  readonly llmops?: LlmopsModelAccess;
  readonly mlops?: MlopsModels;

  constructor(scope: Construct, props: ModelStackProps) {
    super(scope, 'model', props);
    this.foundation = props.data.foundation;
    const { sides } = props.configuration.profile;
    if (sides.llmops) this.llmops = new LlmopsModelAccess(this, 'LlmopsModelAccess');
    if (sides.mlops) this.mlops = this.makeMlops(props.data);
  }

  private makeMlops(data: DataStack): MlopsModels {
    const executionRole = new MlopsExecutionRole(this, 'MlopsExecutionRole', {
      artefacts: data.artefacts,
    });
    const packages = new MlopsPackageGroup(this, 'MlopsPackageGroup');
    const serving = new MlopsServing(this, 'MlopsServing', {
      artefacts: data.artefacts,
      executionRole,
      packages,
    });
    const pipeline = new MlopsTrainingPipeline(this, 'MlopsTrainingPipeline', {
      data,
      executionRole,
      packages,
    });
    return { packages, serving, pipeline };
  }
}
