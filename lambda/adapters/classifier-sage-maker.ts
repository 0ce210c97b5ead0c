import { InvokeEndpointCommand, SageMakerRuntimeClient } from '@aws-sdk/client-sagemaker-runtime';
import type { SparseVector } from '../domain/features/sparse-vector.ts';
import { ModelReplyError } from '../errors.ts';
import type { Classifier } from '../ports.ts';
import { callAws } from './aws-errors.ts';
import { type ClientSettings, clientSettings } from './client-settings.ts';

/**
 * The built-in XGBoost container (multi:softprob) behind a serverless or real-time endpoint.
 * Needs sagemaker:InvokeEndpoint on it.
 */
export function sageMakerClassifier(options: {
  readonly servingEndpoint: string;
  readonly client?: ClientSettings;
}): Classifier {
  const { servingEndpoint: endpoint } = options;
  const client = new SageMakerRuntimeClient(
    // A serverless endpoint that scaled to zero needs some seconds to load its container.
    clientSettings(options.client ?? {}, { requestTimeoutMs: 60_000, attempts: 4 }),
  );
  const call = {
    service: 'SageMaker endpoint',
    resource: endpoint,
    remedy: 'let the construct that owns the endpoint grant this function its use',
  };
  return {
    async score(vector) {
      const command = new InvokeEndpointCommand({
        EndpointName: endpoint,
        ContentType: 'text/libsvm',
        Accept: 'text/csv',
        Body: libsvmRow(vector),
      });
      const reply = await callAws(call, () => client.send(command));
      const text = new TextDecoder().decode(reply.Body);
      const probabilities = (text.match(/[^\s,[\]]+/g) ?? []).map(Number);
      if (probabilities.length > 0 && probabilities.every(Number.isFinite)) {
        return { probabilities, model: `${endpoint}/${reply.InvokedProductionVariant ?? ''}` };
      }
      throw new ModelReplyError(
        `endpoint ${endpoint} must reply with one probability a class, got ${text.slice(0, 200)}; ` +
          'its model must be trained with objective multi:softprob',
      );
    },
  };
}

/** The container reads rows as XGBoost's own parser does: the first token is a label, here unused. */
function libsvmRow({ indices, values }: SparseVector): string {
  return ['0', ...indices.map((index, position) => `${index}:${values[position] ?? 0}`)].join(' ');
}
