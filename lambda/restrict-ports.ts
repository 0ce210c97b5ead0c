import { ACTIONS, type Capability, partsOf, type PortsOf } from './capabilities.ts';
import { ConfigurationError } from './errors.ts';

/**
 * The ports that a step sees: the members of what it touches, the clock and new ids. Reading anything
 * else gives undefined, also where the compiler was told otherwise.
 * @throws ConfigurationError where a port that it touches is missing
 */
export function restrictPorts<C extends Capability>(
  all: object,
  { name, touches }: { readonly name: string; readonly touches: readonly C[] },
): PortsOf<C> {
  const seen: Record<string, unknown> = {
    now: Reflect.get(all, 'now'),
    newId: Reflect.get(all, 'newId'),
  };
  const actions = touches.map((capability) => ACTIONS[partsOf(capability).action]);
  for (const { port } of actions) {
    if (Object.hasOwn(seen, port)) continue;
    if (!(port in all)) {
      throw new ConfigurationError(`${name} must be given the port ${port}; add it to the ports`);
    }
    const members = actions
      .filter((action) => action.port === port)
      .flatMap((action): readonly string[] => action.members);
    // Ports are opened at their first use: a getter, not a value.
    Object.defineProperty(seen, port, {
      enumerable: true,
      get: () => part(Reflect.get(all, port), members),
    });
  }
  return isComplete(seen, touches) ? seen : unreachable(name);
}

/** A port without members is a value. */
function part(port: unknown, members: readonly string[]): unknown {
  if (typeof port !== 'object' || port === null || members.length === 0) return port;
  const entries = members.map((member) => {
    const value: unknown = Reflect.get(port, member);
    return [member, typeof value === 'function' ? value.bind(port) : value] as const;
  });
  return Object.fromEntries(entries);
}

function isComplete<C extends Capability>(seen: object, touches: readonly C[]): seen is PortsOf<C> {
  return touches.every((capability) => ACTIONS[partsOf(capability).action].port in seen);
}

function unreachable(name: string): never {
  throw new ConfigurationError(`${name} must be given every port that it touches`);
}
