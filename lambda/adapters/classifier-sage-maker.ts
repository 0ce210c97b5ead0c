import { InvokeEndpointCommand, SageMakerRuntimeClient } from '@aws-sdk/client-sagemaker-runtime';
import * as z from 'zod';
import type { SparseVector } from '../domain/features/sparse-vector.ts';
import { ModelReplyError } from '../errors.ts';
import type { Classifier } from '../ports.ts';
import { callAws } from './aws-errors.ts';
import { type ClientSettings, clientSettings } from './client-settings.ts';
import { lazily } from '../lazily.ts';

/**
 * What container 3.0-5 answers one row with as JSON, where its environment chooses
 * `SAGEMAKER_INFERENCE_OUTPUT=probabilities` (sagemaker-xgboost-container, serve_utils.py). As
 * text/csv the same list would come in quotes.
 */
const replySchema = /* @__PURE__ */ lazily(() =>
  z.object({
    predictions: z.tuple([z.object({ probabilities: z.array(z.number()).min(2) })]),
  }),
);

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
        Accept: 'application/json',
        Body: libsvmRow(vector),
      });
      const reply = await callAws(call, () => client.send(command));
      const text = new TextDecoder().decode(reply.Body);
      const parsed = replySchema().safeParse(parseJson(text));
      if (parsed.success) {
        const [{ probabilities }] = parsed.data.predictions;
        return { probabilities, model: `${endpoint}/${reply.InvokedProductionVariant ?? ''}` };
      }
      throw new ModelReplyError(
        `endpoint ${endpoint} must reply with one probability a class, got ${text.slice(0, 200)}; ` +
          'its model must be trained with objective multi:softprob, and its container choose ' +
          'SAGEMAKER_INFERENCE_OUTPUT=probabilities',
      );
    },
  };
}

/** The container reads rows as XGBoost's own parser does: the first token is a label, here unused. */
function libsvmRow({ indices, values }: SparseVector): string {
  return ['0', ...indices.map((index, position) => `${index}:${values[position] ?? 0}`)].join(' ');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
