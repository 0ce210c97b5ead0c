import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { ACTIONS, type Capability } from '../../lambda/capabilities.ts';
import { ConfigurationError } from '../../lambda/errors.ts';

const capabilities = z.array(z.custom<Capability>(isCapability)).readonly();
const declaredSchema = z.looseObject({
  name: z.string(),
  kind: z.enum(['step', 'area', 'consumer', 'schedule', 'resource']),
  /** For people in the console. */
  does: z.string(),
  touches: capabilities,
  /** What it touches and all that this brings along. */
  granted: capabilities,
  memoryMb: z.number(),
  timeoutSeconds: z.number(),
  routes: z
    .array(
      z.object({
        path: z.string(),
        methods: z.array(z.string()).readonly(),
        streams: z.boolean().optional(),
      }),
    )
    .readonly()
    .optional(),
  of: z.array(z.string()).readonly().nullish(),
  everyMinutes: z.int().positive().optional(),
});
/** A function as its declaration below `lambda/` says. */
export type DeclaredFunction = z.infer<typeof declaredSchema>;

/** What `node build.mjs --steps` wrote. @throws ConfigurationError where it was not run */
export class BuiltSteps {
  readonly all: readonly DeclaredFunction[];
  readonly #flows: string;

  constructor(directory: string) {
    const file = join(directory, 'steps.json');
    if (!existsSync(file)) throw notBuilt(file);
    this.all = z.array(declaredSchema).parse(JSON.parse(readFileSync(file, 'utf8')));
    this.#flows = join(directory, 'flows');
  }

  named(name: string): DeclaredFunction {
    const found = this.all.find((one) => one.name === name);
    if (found) return found;
    throw new ConfigurationError(
      `a function must be declared below lambda/, ${name} is not; see lambda/step.ts`,
    );
  }

  /** The definition of a flow in an environment, with a substitution for each of its functions. */
  flow(profile: string, name: string): string {
    const file = join(this.#flows, profile, `${name}.asl.json`);
    if (!existsSync(file)) throw notBuilt(file);
    return readFileSync(file, 'utf8');
  }
}

function isCapability(value: unknown): boolean {
  return typeof value === 'string' && Object.hasOwn(ACTIONS, value.split(':')[0] ?? '');
}

function notBuilt(file: string): ConfigurationError {
  return new ConfigurationError(`${file} must exist, but it does not; run: node build.mjs --steps`);
}
