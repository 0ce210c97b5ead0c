import { createHash } from 'node:crypto';
import * as z from 'zod';
import { ACCOUNT, REGION } from '../emulator.ts';
import { json } from './server.ts';
import type { StandIn } from './server.ts';

const eventSchema = z.object({
  RequestType: z.enum(['Create', 'Update', 'Delete']),
  StackId: z.string(),
  RequestId: z.string(),
  LogicalResourceId: z.string(),
  PhysicalResourceId: z.string().optional(),
  ResourceProperties: z.looseObject({
    Type: z.string(),
    Given: z.record(z.string(), z.unknown()).default({}),
  }),
});

/** One resource of a type that the emulator lacks: CloudFormation's `Ref` and `Fn::GetAtt` of it. */
export interface Made {
  readonly ref: string;
  readonly attributes?: Readonly<Record<string, string>>;
}
type Properties = Readonly<Record<string, unknown>>;
export interface ResourceType {
  readonly make: (properties: Properties, logicalId: string) => Promise<Made>;
  readonly remove?: (ref: string) => Promise<void>;
}

/** Answers CloudFormation for replaced types; what is made and not removed stays in `made`. */
export function resourceStandIn(
  types: Readonly<Record<string, ResourceType>>,
  made: Map<string, string>,
): StandIn {
  return async ({ url, body }) => {
    if (url.pathname !== '/custom-resource') return undefined;
    const event = eventSchema.parse(JSON.parse(body.toString('utf8')));
    const { StackId, RequestId, LogicalResourceId } = event;
    const echoed = { StackId, RequestId, LogicalResourceId };
    const { Type, Given } = event.ResourceProperties;
    const type = types[Type] ?? types[Type.split('::').slice(0, 2).join('::')];
    try {
      if (type === undefined) throw new Error(`no stand-in makes ${Type}`);
      if (event.RequestType === 'Delete') {
        const ref = event.PhysicalResourceId ?? '';
        await type.remove?.(ref);
        made.delete(`${Type} ${ref}`);
        return json({ ...echoed, Status: 'SUCCESS', PhysicalResourceId: ref });
      }
      const { ref, attributes } = await type.make(Given, LogicalResourceId);
      made.set(`${Type} ${ref}`, StackId);
      return json({
        ...echoed,
        Status: 'SUCCESS',
        PhysicalResourceId: ref,
        Data: attributes ?? {},
      });
    } catch (error) {
      const PhysicalResourceId = event.PhysicalResourceId ?? `failed-${LogicalResourceId}`;
      return json({ ...echoed, Status: 'FAILED', Reason: String(error), PhysicalResourceId });
    }
  };
}

export function named(value: unknown): string {
  return z.string().min(1).parse(value);
}

export function arn(service: string, resource: string): string {
  return `arn:aws:${service}:${REGION}:${ACCOUNT}:${resource}`;
}

/** A resource with a name that must be free, as the services keep them. */
export function onlyNamed(nameField: string, service: string, kind: string): ResourceType {
  const taken = new Set<string>();
  return {
    make: async (properties) => {
      const ref = named(properties[nameField]);
      taken.add(ref);
      const Arn = arn(service, `${kind}/${ref}`);
      return { ref, attributes: { Arn, Id: shortHash(ref) } };
    },
    remove: async (ref) => {
      taken.delete(ref);
    },
  };
}

export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 20);
}
