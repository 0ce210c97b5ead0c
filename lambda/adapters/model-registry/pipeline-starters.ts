import { AwsClient } from 'aws4fetch';
import * as z from 'zod';
import type { Identity } from '../../deployment-ports.ts';
import { AccessError, UnavailableError } from '../../errors.ts';
import { lazily } from '../../lazily.ts';
import type { SigningCredentials } from '../invocation-logging.ts';

const REQUEST_TIMEOUT_MS = 20_000;
/** The service takes two such requests a second. */
const RETRY_SECONDS = 5;
/** Longer than the pipeline's steps may take together. */
const LONGEST_EXECUTION_SECONDS = 86_400;

const foundSchema = /* @__PURE__ */ lazily(() =>
  z.object({
    Events: z.array(z.object({ CloudTrailEvent: z.string() })).default([]),
    NextToken: z.string().nullish(),
  }),
);
const startSchema = /* @__PURE__ */ lazily(() =>
  z.object({
    eventSource: z.literal('sagemaker.amazonaws.com'),
    errorCode: z.undefined().optional(),
    responseElements: z.object({ pipelineExecutionArn: z.string() }),
    userIdentity: z.object({
      arn: z.string().optional(),
      principalId: z.string().optional(),
      invokedBy: z.string().optional(),
      sessionContext: z.object({ sourceIdentity: z.string().optional() }).optional(),
    }),
  }),
);

/**
 * Who started executions of SageMaker pipelines, by CloudTrail's event history: every account has it,
 * without a trail, for 90 days. SageMaker itself names only people of Studio. Needs
 * cloudtrail:LookupEvents.
 */
export function pipelineStarters(credentials: () => SigningCredentials, endpoint?: string) {
  async function lookUp(input: object): Promise<z.infer<ReturnType<typeof foundSchema>>> {
    const { region, ...keys } = credentials();
    const client = new AwsClient({ ...keys, region, service: 'cloudtrail', retries: 3 });
    const response = await client.fetch(endpoint ?? `https://cloudtrail.${region}.amazonaws.com/`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': 'com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.LookupEvents',
      },
      body: JSON.stringify(input),
      signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
    });
    const text = await response.text();
    if (response.ok) return foundSchema().parse(JSON.parse(text));
    const said = `CloudTrail answered LookupEvents with ${response.status}: ${text.slice(0, 300)}`;
    if (response.status >= 500 || /Throttling/.test(text)) {
      throw new UnavailableError(`${said}; try again later`, RETRY_SECONDS);
    }
    throw new AccessError(`${said}; the function must be granted cloudtrail:LookupEvents`);
  }
  return {
    /** Null where the history has no start of it by a person. @throws UnavailableError, AccessError */
    async starterOf(executionArn: string, endedAt: Date): Promise<Identity | null> {
      const ended = Math.ceil(endedAt.getTime() / 1_000);
      let next: string | null | undefined;
      do {
        const page = await lookUp({
          LookupAttributes: [
            { AttributeKey: 'EventName', AttributeValue: 'StartPipelineExecution' },
          ],
          StartTime: ended - LONGEST_EXECUTION_SECONDS,
          EndTime: ended,
          ...(next ? { NextToken: next } : {}),
        });
        for (const { CloudTrailEvent } of page.Events) {
          const start = startSchema().safeParse(JSON.parse(CloudTrailEvent)).data;
          if (start?.responseElements.pipelineExecutionArn !== executionArn) continue;
          return personOf(start.userIdentity);
        }
        next = page.NextToken;
      } while (next);
      return null;
    },
  };
}

/** A service that starts by itself is nobody. */
function personOf(user: z.infer<ReturnType<typeof startSchema>>['userIdentity']): Identity | null {
  if (!user.arn || user.invokedBy) return null;
  return {
    arn: user.arn,
    principalId: user.principalId ?? null,
    sourceIdentity: user.sessionContext?.sourceIdentity ?? null,
  };
}
