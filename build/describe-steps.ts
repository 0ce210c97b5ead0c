import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { declaredSteps } from '#steps';
import * as z from 'zod';
import { profiles } from '../config/load-profile.ts';
import { type Capability, partsOf, withBrought } from '../lambda/capabilities.ts';
import { joinFlow, taskNamesOf } from '../lambda/flow/join-flow.ts';
import * as awsPorts from '../lambda/aws-ports.ts';
import { checkRoutes } from './check-routes.ts';
import { entryPoint, type Described } from './entry-point.ts';

/** Everything, for the in-process run, which has no profile: an answer has one side only. */
const BOTH_SIDES = { mlops: true, llmops: true };
const ANSWER_FLOW = 'answer-flow';

/**
 * Writes what is derived from the declarations: the registry `steps.json`, each profile's flows, the
 * entry points of functions.
 * @param listed where each declaration stands
 */
export function describeSteps(
  root: string,
  dist: string,
  listed: readonly { readonly name: string; readonly file: string; readonly export: string }[],
): void {
  const described = listed.map((where): Described => {
    const one = declaredSteps.find(({ name }) => name === where.name);
    if (one === undefined) throw new TypeError(`#steps must hold ${where.name}`);
    const streams = one.kind === 'area' && one.routes.some((route) => route.streams === true);
    const queued = one.kind === 'step' && one.queued === true;
    return { ...where, kind: one.kind, touches: one.touches, streams, queued };
  });
  checkRoutes(declaredSteps.filter((one) => one.kind === 'area'));
  const flows = readFlows(join(root, 'lib/orchestration/flows'));
  const answer = taskNamesOf(flows[ANSWER_FLOW]);
  const answerSteps = described.filter(({ name }) => answer.includes(name));
  const granted = (one: Described): readonly Capability[] => {
    const runs = one.touches.some((capability) => partsOf(capability).action === 'flows.run');
    return withBrought([
      ...one.touches,
      ...(runs ? answerSteps.flatMap((step) => step.touches) : []),
    ]);
  };
  const registry = declaredSteps.map((one) => {
    const where = described.find(({ name }) => name === one.name);
    if (where === undefined) throw new TypeError(`${one.name} is not listed`);
    return registryEntry(one, where, granted(where), readFileSync(join(root, where.file), 'utf8'));
  });
  write(join(dist, 'steps.json'), JSON.stringify(registry, null, 1));
  writeFlows(dist, flows);
  const makers = new Set(Object.keys(awsPorts));
  for (const one of described) {
    const source = entryPoint(one, makers, { steps: answerSteps });
    write(join(dist, 'generated/functions', `${one.name}.ts`), source);
  }
}

function registryEntry(
  one: (typeof declaredSteps)[number],
  { file }: Described,
  granted: readonly Capability[],
  source: string,
) {
  const { name, kind, does, touches, memoryMb = 512, timeoutSeconds = 60 } = one;
  const said = { name, kind, does, touches, granted, memoryMb, timeoutSeconds, ...ownPart(one) };
  const hash = createHash('sha256').update(JSON.stringify(said)).update(source).digest('hex');
  return { ...said, file, hash: hash.slice(0, 16) };
}

function ownPart(one: (typeof declaredSteps)[number]) {
  switch (one.kind) {
    case 'step':
      return { input: jsonSchema(one.input()), output: jsonSchema(one.output()) };
    case 'area':
      return { routes: one.routes };
    case 'consumer':
      return { of: one.of };
    case 'schedule':
      return { everyMinutes: one.everyMinutes };
    case 'resource':
      return { properties: jsonSchema(one.properties()) };
  }
}

function jsonSchema(schema: z.ZodType) {
  const { $schema: _, ...shape } = z.toJSONSchema(schema, { io: 'input' });
  return shape;
}

type FileMachine = Parameters<typeof joinFlow>[0];

function readFlows(folder: string): Record<string, FileMachine> & { [ANSWER_FLOW]: FileMachine } {
  const files = readdirSync(folder).filter((file) => file.endsWith('.asl.json'));
  const read = (file: string): FileMachine => JSON.parse(readFileSync(join(folder, file), 'utf8'));
  const flows = Object.fromEntries(
    files.map((file) => [file.slice(0, -'.asl.json'.length), read(file)]),
  );
  const answer = flows[ANSWER_FLOW];
  if (answer === undefined) throw new TypeError(`${folder} must hold ${ANSWER_FLOW}.asl.json`);
  return { ...flows, [ANSWER_FLOW]: answer };
}

function writeFlows(dist: string, flows: ReturnType<typeof readFlows>): void {
  const steps = declaredSteps.filter((one) => one.kind === 'step');
  for (const [profile, { sides }] of Object.entries(profiles)) {
    for (const [name, file] of Object.entries(flows)) {
      write(join(dist, 'flows', profile, `${name}.asl.json`), joinFlow(file, steps, sides));
    }
  }
  const text = joinFlow(flows[ANSWER_FLOW], steps, BOTH_SIDES);
  const source = `// Written by build.mjs.\nexport const answerFlow = ${JSON.stringify(text)};\n`;
  write(join(dist, 'generated/flows.ts'), source);
}

/** Only what changed is written: tests that watch files stay quiet. */
function write(file: string, text: string): void {
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
}
