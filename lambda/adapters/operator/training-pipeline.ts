import { SageMakerClient, StartPipelineExecutionCommand } from '@aws-sdk/client-sagemaker';
import { callAws } from '../aws-errors.ts';
import { type ClientSettings, clientSettings } from '../client-settings.ts';

/** SageMaker takes 32 to 128 characters as the token of a start. */
const TOKEN_LENGTH = 32;

/**
 * Starts the training pipeline as the person whose credentials these are: who approves the package must
 * be another one where two people are asked for. Needs sagemaker:StartPipelineExecution.
 */
export function trainingPipeline(options: {
  readonly pipelineArn: string;
  readonly client: ClientSettings;
}) {
  const client = new SageMakerClient(
    clientSettings(options.client, { requestTimeoutMs: 10_000, attempts: 4 }),
  );
  return {
    /** The same labels and seed again are the same execution. @returns its ARN */
    async start(training: {
      readonly tenant: string;
      readonly labelsPath: string;
      readonly labelsHash: string;
      readonly seed: number;
    }): Promise<string> {
      const { tenant, labelsPath, labelsHash, seed } = training;
      const parameters = { Tenant: tenant, LabelsPath: labelsPath, Seed: String(seed) };
      const token = `${seed}-${labelsHash}`.slice(0, 128).padEnd(TOKEN_LENGTH, '0');
      const command = new StartPipelineExecutionCommand({
        PipelineName: options.pipelineArn,
        ClientRequestToken: token,
        PipelineExecutionDescription: `strata train for ${tenant}`,
        PipelineParameters: Object.entries(parameters).map(([Name, Value]) => ({ Name, Value })),
      });
      const call = {
        service: 'SageMaker',
        resource: options.pipelineArn,
        remedy: 'use credentials that may start the training pipeline',
      };
      const started = await callAws(call, () => client.send(command));
      return started.PipelineExecutionArn ?? '';
    },
  };
}
