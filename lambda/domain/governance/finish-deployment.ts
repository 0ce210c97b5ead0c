import { type Deployment, type DeploymentPorts, type ModelPackage, serve } from './deploy-model.ts';

/** Who stands for the seed in the log: whoever deployed the model layer. */
const LAYER = 'the deployment of the model layer';

/**
 * Lets the switch follow what the endpoint serves now, so that features, trees and calibration are
 * of one version. Approval was checked before the endpoint turned. Null while it still turns: its
 * next change of state asks again. When CloudFormation gave the endpoint another configuration, it
 * serves the seed, and so does the switch: approving a package again brings its version back.
 */
export function finishDeployment(
  ports: Pick<DeploymentPorts, 'models' | 'audit' | 'endpoint'> & {
    /** @throws NotFoundError */
    readonly describePackage: (arn: string) => Promise<ModelPackage>;
    readonly seedVersion: () => Promise<string>;
  },
) {
  return async (): Promise<Deployment | null> => {
    const state = await ports.endpoint?.state();
    if (!state?.settled) return null;
    return serve(
      ports,
      state.packageArn === null
        ? { version: await ports.seedVersion(), approver: LAYER }
        : await ports.describePackage(state.packageArn),
    );
  };
}
