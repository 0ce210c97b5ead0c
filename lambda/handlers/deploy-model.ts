import * as z from 'zod';
import {
  type Deployment,
  deployModel as deployModelOf,
  type DeploymentPorts,
  type ModelPackage,
} from '../domain/governance/deploy-model.ts';
import { finishDeployment } from '../domain/governance/finish-deployment.ts';

/** EventBridge's `SageMaker Model Package State Change` and `SageMaker Endpoint State Change`. */
const eventSchema = z.object({
  detail: z.union([
    z.object({ ModelPackageArn: z.string().min(1) }),
    z.object({ EndpointName: z.string().min(1) }),
  ]),
});

/** A package was approved, or the endpoint has turned; null where nothing is to be done yet. */
export const deployModel = (
  ports: DeploymentPorts & {
    /** @throws NotFoundError */
    readonly describePackage: (arn: string) => Promise<ModelPackage>;
    readonly seedVersion: () => Promise<string>;
  },
) => {
  const deploy = deployModelOf(ports);
  const finish = finishDeployment(ports);
  return async (event: unknown): Promise<Deployment | null> => {
    const { detail } = eventSchema.parse(event);
    if ('EndpointName' in detail) return finish();
    return deploy(await ports.describePackage(detail.ModelPackageArn));
  };
};
