import {
  DescribeModelPackageCommand,
  SageMakerClient,
  type UserContext,
} from '@aws-sdk/client-sagemaker';
import type { Identity, ModelPackage } from '../../deployment-ports.ts';
import { callAws } from '../aws-errors.ts';
import { type ClientSettings, clientSettings } from '../client-settings.ts';

/**
 * Packages of the SageMaker Model Registry; the training pipeline writes into each which execution
 * made it. Needs sagemaker:DescribeModelPackage.
 */
export function sageMakerPackages(options: {
  /** Who started an execution that had made a package by then. */
  readonly starterOf: (executionArn: string, madeAt: Date) => Promise<Identity | null>;
  readonly client?: ClientSettings;
}) {
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
      const execution = found.MetadataProperties?.GeneratedBy;
      return {
        arn,
        // The training pipeline registers the bundle's version as the package's description.
        version: found.ModelPackageDescription ?? '',
        status: found.ModelApprovalStatus ?? 'unknown',
        creator: identityOf(found.CreatedBy),
        starter:
          execution && found.CreationTime
            ? await options.starterOf(execution, found.CreationTime)
            : null,
        approver: identityOf(found.LastModifiedBy),
      };
    },
  };
}

function identityOf(user: UserContext | undefined): Identity | null {
  const arn = user?.IamIdentity?.Arn ?? user?.UserProfileArn;
  if (!arn) return null;
  return {
    arn,
    principalId: user?.IamIdentity?.PrincipalId ?? null,
    sourceIdentity: user?.IamIdentity?.SourceIdentity ?? null,
  };
}
