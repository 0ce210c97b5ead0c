import type { Capability, PortsOf } from '../../capabilities.ts';
import { withOutcome } from '../../outcome.ts';
import { checked, type Resource } from '../../step.ts';
import { customResource } from '../custom-resource.ts';
import { logOutcome } from './outcome-log.ts';

/** The resource as a function that CloudFormation calls. */
export function resourceHandler<P, C extends Capability>(
  resource: Resource<P, C>,
  ports: PortsOf<C>,
) {
  const own = resource(ports);
  const { name } = resource;
  return customResource(({ type, properties }) =>
    withOutcome({ what: name, input: {}, log: logOutcome }, Date.now, () =>
      own({
        type,
        properties: checked(resource.properties(), properties, `properties of ${name}`),
      }),
    ),
  );
}
