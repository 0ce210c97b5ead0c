import { DescribeModelPackageCommand, SageMakerClient } from '@aws-sdk/client-sagemaker';
import type { ModelPackage } from '../deployment-ports.ts';
import { callAws } from './aws-errors.ts';
import { type ClientSettings, clientSettings } from './client-settings.ts';

/** Packages of the SageMaker Model Registry. Needs sagemaker:DescribeModelPackage. */
export function sageMakerPackages(options: { readonly client?: ClientSettings } = {}) {
  const client = new SageMakerClient(
    clientSettings(options.client ?? {}, { requestTimeoutMs: 10_000, attempts: 4 }),
  );
  return {
    async describe(arn: string): Promise<ModelPackage> {
      const call = {
        service: 'SageMaker',
        resource: arn,
        remedy: 'let the construct that owns the package group grant this function its reading',
      };
      const command = new DescribeModelPackageCommand({ ModelPackageName: arn });
      const found = await callAws(call, () => client.send(command));
      return {
        arn,
        // The training pipeline registers the bundle's version as the package's description.
        version: found.ModelPackageDescription ?? '',
        status: found.ModelApprovalStatus ?? 'unknown',
        creator: found.CreatedBy?.IamIdentity?.Arn ?? found.CreatedBy?.UserProfileName ?? 'unknown',
        approver:
          found.LastModifiedBy?.IamIdentity?.Arn ??
          found.LastModifiedBy?.UserProfileName ??
          'not told by SageMaker',
      };
    },
  };
}
