import * as z from 'zod';
import { lazily } from '../lazily.ts';

const eventSchema = /* @__PURE__ */ lazily(() =>
  z.object({
    RequestType: z.enum(['Create', 'Update', 'Delete']),
    ResponseURL: z.url(),
    StackId: z.string(),
    RequestId: z.string(),
    LogicalResourceId: z.string(),
    PhysicalResourceId: z.string().optional(),
    ResourceProperties: z.record(z.string(), z.unknown()),
  }),
);

/** What CloudFormation asks of a custom resource. */
export interface ResourceRequest {
  readonly type: 'Create' | 'Update' | 'Delete';
  readonly properties: Readonly<Record<string, unknown>>;
}
/** Does what is asked and returns the physical id; a changed id makes CloudFormation replace. */
export type ResourceOwner = (request: ResourceRequest) => Promise<string>;

/** Stands for a creation that failed: deleting it must not touch what others own. */
const NEVER_MADE = 'never-made';
/** CloudFormation takes at most 4 kB of response. */
const MAX_REASON_CHARACTERS = 1_000;

/** Answers CloudFormation in every case: a request without an answer blocks a stack for an hour. */
export function customResource(own: ResourceOwner) {
  return async (event: unknown): Promise<void> => {
    const request = eventSchema().parse(event);
    const { RequestType: type, ResourceProperties: properties } = request;
    const before = request.PhysicalResourceId ?? NEVER_MADE;
    if (type === 'Delete' && before === NEVER_MADE) return respond(request, before);
    try {
      await respond(request, await own({ type, properties }));
    } catch (error) {
      console.error(JSON.stringify({ what: 'custom-resource', type, error: String(error) }));
      await respond(request, before, String(error));
    }
  };
}

async function respond(
  request: z.infer<ReturnType<typeof eventSchema>>,
  PhysicalResourceId: string,
  failure?: string,
): Promise<void> {
  const { StackId, RequestId, LogicalResourceId, ResponseURL } = request;
  const body = JSON.stringify({
    Status: failure === undefined ? 'SUCCESS' : 'FAILED',
    Reason: failure?.slice(0, MAX_REASON_CHARACTERS) ?? 'done',
    PhysicalResourceId,
    StackId,
    RequestId,
    LogicalResourceId,
  });
  // The URL is signed for a request without a content type.
  await fetch(ResponseURL, { method: 'PUT', body, headers: { 'content-type': '' } });
}
