import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as environment from '../../lambda/env.ts';
import { ACTIONS, partsOf } from '../../lambda/capabilities.ts';
import { BuiltSteps } from '../../lib/shared/built-steps.ts';

const steps = new BuiltSteps('dist');
const wiring = readFileSync('lambda/aws-ports.ts', 'utf8');
const source = readFileSync('lambda/env.ts', 'utf8');

/**
 * Names of the variables that a function's ports read: the makers that its entry point names and those
 * that what it touches brings along, by the readers of `lambda/env.ts` that stand in each.
 */
export function variablesRead(stem: string): readonly string[] {
  const entry = readFileSync(join('dist/generated/functions', `${stem}.ts`), 'utf8');
  const named = [...entry.matchAll(/aws\.(\w+)\(\)/g)].map(([, maker = '']) => maker);
  const { granted } = steps.named(stem);
  const ports = granted.map((capability) => ACTIONS[partsOf(capability).action].port);
  // A maker reaches others only for what was granted along with it.
  const reach = (maker: string, seen: ReadonlySet<string>): readonly string[] => {
    if (seen.has(maker)) return [];
    const body = bodyOf(maker);
    const inner = [...body.matchAll(/\b(\w+)\(\)/g)].map(([, name = '']) => name);
    const further = inner.filter((name) => isMaker(name) && ports.some((port) => port === name));
    return [
      ...readersIn(body),
      ...further.flatMap((name) => reach(name, new Set([...seen, maker]))),
    ];
  };
  const readers = named.flatMap((maker) => reach(maker, new Set()));
  return [...new Set(readers.flatMap(propertiesOf))].map((property) => variableOf(property));
}

function isMaker(name: string): boolean {
  return new RegExp(`^export const ${name} = `, 'm').test(wiring);
}

function bodyOf(maker: string): string {
  const start = wiring.indexOf(`export const ${maker} = `);
  const body = wiring.slice(start, wiring.indexOf('\n\n', start));
  const next = body.indexOf('\nexport const ', 1);
  const own = next < 0 ? body : body.slice(0, next);
  return own.includes('gateway(') ? `${own} documents()` : own;
}

function readersIn(body: string): readonly string[] {
  return [...body.matchAll(/env\.(\w+)/g)]
    .map(([, name = '']) => name)
    .filter((name) => name in environment);
}

/** Property names in the shape that a reader of `lambda/env.ts` makes, helpers included. */
function propertiesOf(reader: string): readonly string[] {
  const start = source.search(new RegExp(`(const|function) ${reader}\\b`));
  const rest = source.slice(start);
  const body = rest.slice(0, rest.search(/\n(}|\)\);|}\)\);)\n|;\n/) + 2);
  const inner = /const env = (\w+)\(source\)/.exec(body)?.[1];
  if (inner !== undefined) return propertiesOf(inner);
  return Object.keys(environment.ENV).filter((property) =>
    new RegExp(`\\b${property}:`).test(body),
  );
}

function variableOf(property: string): string {
  return Object.entries(environment.ENV).find(([key]) => key === property)?.[1] ?? property;
}
