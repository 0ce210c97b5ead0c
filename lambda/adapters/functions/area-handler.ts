import { handle, streamHandle } from 'hono/aws-lambda';
import type { Capability, PortsOf } from '../../capabilities.ts';
import { signedInApi } from '../../http/cognito-tenant.ts';
import type { Area } from '../../step.ts';

/** The area as a function behind API Gateway. */
export function areaHandler<C extends Capability>(area: Area<C>, ports: PortsOf<C>) {
  return handle(signedInApi(area(ports)));
}

/** The same for an area with streamed routes; API Gateway then wants every reply as a stream. */
export function streamingAreaHandler<C extends Capability>(area: Area<C>, ports: PortsOf<C>) {
  return streamHandle(signedInApi(area(ports)));
}
