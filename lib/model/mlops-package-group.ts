import { CfnModelPackageGroup } from 'aws-cdk-lib/aws-sagemaker';
import { Construct } from 'constructs';
import { physicalName } from '../shared/physical-name.ts';
import { tagSide } from '../shared/strata-stack.ts';

const NAME_LIMIT = 63;

/** The model registry: every trained model is a package that people approve or reject. */
export class MlopsPackageGroup extends Construct {
  readonly group: CfnModelPackageGroup;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    tagSide(this, 'mlops');
    this.group = new CfnModelPackageGroup(this, 'Group', {
      modelPackageGroupName: physicalName(this, 'classifier', NAME_LIMIT),
      modelPackageGroupDescription: 'Boosted trees that classify documents',
    });
  }
}
