import { ACTIONS, type Capability, partsOf } from '../lambda/capabilities.ts';

export interface Described {
  readonly name: string;
  readonly kind: 'step' | 'area' | 'consumer' | 'schedule' | 'resource';
  readonly file: string;
  readonly export: string;
  readonly touches: readonly Capability[];
  readonly streams: boolean;
  readonly queued: boolean;
}

const HANDLERS = {
  step: 'stepHandler',
  area: 'areaHandler',
  consumer: 'consumerHandler',
  schedule: 'scheduleHandler',
  resource: 'resourceHandler',
} as const;

/**
 * Source of a function's entry point: its declaration on the ports that it touches, each made at its
 * first use by the maker of that name in `lambda/aws-ports.ts`.
 * @param makers names that `lambda/aws-ports.ts` exports
 * @param flow steps of the answer flow, where the function runs it in its own process
 */
export function entryPoint(
  one: Described,
  makers: ReadonlySet<string>,
  flow: { readonly steps: readonly Described[] },
): string {
  const runsFlow = one.touches.some((capability) => partsOf(capability).action === 'flows.run');
  const inside = runsFlow ? flow.steps : [];
  const own = one.touches.filter((capability) => partsOf(capability).action !== 'flows.run');
  const [handler, file] = handlerOf(one);
  const touched = [...new Set([...own, ...inside.flatMap((step) => step.touches)])];
  const lines = [
    '// Written by build.mjs.',
    `import { ${handler} } from '../../../lambda/adapters/functions/${file}-handler.ts';`,
    `import { clock } from '../../../lambda/adapters/functions/step-handler.ts';`,
    `import * as aws from '../../../lambda/aws-ports.ts';`,
    `import { ${one.export} as declared } from '../../../${one.file}';`,
    ...inside.map(
      (step, at) => `import { ${step.export} as step${at} } from '../../../${step.file}';`,
    ),
    ...(runsFlow
      ? [
          `import { inProcessAnswerFlow } from '../../../lambda/adapters/functions/flow-runs.ts';`,
          `import { answerFlow } from '../flows.ts';`,
        ]
      : []),
    '',
    'const ports = {',
    '  ...clock,',
    ...portLines(touched, makers),
    '};',
    ...(runsFlow
      ? [
          `const steps = [${inside.map((_, at) => `step${at}`).join(', ')}];`,
          'const running = inProcessAnswerFlow(answerFlow, steps, ports);',
          'const given = Object.create(ports, {',
          '  flows: { enumerable: true, get: () => ({ ...ports.flows, ...running }) },',
          '});',
        ]
      : []),
    `export const handler = ${handler}(declared, ${runsFlow ? 'given' : 'ports'});`,
  ];
  return `${lines.join('\n')}\n`;
}

/** Name of the handler, and which file has it. */
function handlerOf({ kind, streams, queued }: Described): readonly [handler: string, file: string] {
  if (queued) return ['queueHandler', 'queue'];
  return [streams ? 'streamingAreaHandler' : HANDLERS[kind], kind];
}

function portLines(touched: readonly Capability[], makers: ReadonlySet<string>): string[] {
  const byPort = new Map<string, Set<string>>();
  for (const capability of touched) {
    const { action, kind } = partsOf(capability);
    const { port } = ACTIONS[action];
    const named = [camel(`${action}.${kind ?? ''}`), camel(action), port];
    const maker = named.find((name) => makers.has(name));
    if (maker === undefined) {
      throw new TypeError(
        `lambda/aws-ports.ts must export ${named.join(' or ')} for ${capability}`,
      );
    }
    byPort.set(port, (byPort.get(port) ?? new Set()).add(maker));
  }
  return [...byPort].map(([port, names]) => {
    // A whole port has its parts too.
    const used = names.has(port) ? [port] : [...names];
    const value =
      used.length === 1
        ? `aws.${used[0]}()`
        : `{ ${used.map((name) => `...aws.${name}()`).join(', ')} }`;
    return `  get ${port}() {\n    return ${value};\n  },`;
  });
}

/** `languageModel.answer` → `languageModelAnswer`. */
function camel(dotted: string): string {
  return dotted
    .split('.')
    .filter((word) => word !== '')
    .map((word, at) => (at === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('')
    .replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}
