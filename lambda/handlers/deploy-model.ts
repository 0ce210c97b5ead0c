import { z } from 'zod';
import {
  deployModel as deployModelOf,
  type ModelPackage,
} from '../domain/governance/deploy-model.ts';

/** EventBridge's `SageMaker Model Package State Change`. */
const eventSchema = z.object({ detail: z.object({ ModelPackageArn: z.string().min(1) }) });

export const deployModel = (
  ports: Parameters<typeof deployModelOf>[0] & {
    /** @throws NotFoundError */
    readonly describePackage: (arn: string) => Promise<ModelPackage>;
  },
) => {
  const deploy = deployModelOf(ports);
  return async (event: unknown): Promise<{ readonly version: string }> => {
    const { ModelPackageArn } = eventSchema.parse(event).detail;
    return deploy(await ports.describePackage(ModelPackageArn));
  };
};
