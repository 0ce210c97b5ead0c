import { StateMachine } from 'aws-local-stepfunctions';
import type { StateMachineDefinition } from 'aws-local-stepfunctions';
import * as z from 'zod';
import { ConfigurationError } from '../lambda/errors.ts';

// The engine calls Promise.withResolvers, which Node 20 lacks (ECMAScript 2024).
if (!('withResolvers' in Promise)) {
  Object.defineProperty(Promise, 'withResolvers', {
    value: () => {
      const settle: { resolve?: unknown; reject?: unknown } = {};
      const promise = new Promise((resolve, reject) => Object.assign(settle, { resolve, reject }));
      return { promise, ...settle };
    },
  });
}

/** State payload limit of AWS Step Functions, bytes of UTF-8 (service quotas: 256 KiB, hard). */
export const PAYLOAD_LIMIT_BYTES = 262_144;

/** Fields that the local engine ignores or cannot run; a definition with one must not run here. */
const UNSUPPORTED_FIELDS = [
  'ItemBatcher',
  'ItemReader',
  'ResultWriter',
  'Assign',
  'ToleratedFailurePercentage',
  'ToleratedFailureCount',
  'ToleratedFailurePercentagePath',
  'ToleratedFailureCountPath',
] as const;

/** A task: takes the state's `Parameters`, returns plain JSON. */
export type FlowTask = (input: unknown) => Promise<unknown>;

export interface Flow {
  /**
   * Runs one execution. Rejects with the state's error; `signal` aborts between states, `onTask` is
   * told the name of each Task as it begins (again where it is tried again).
   */
  run(
    input: object,
    options?: { readonly signal?: AbortSignal; readonly onTask?: (name: string) => void },
  ): Promise<unknown>;
}

type JsonValue = Parameters<StateMachine['run']>[0];

/** As much of a definition as deciding whether it can run here needs. */
interface AslDefinition {
  readonly QueryLanguage?: string | undefined;
  readonly States: Readonly<Record<string, AslState>>;
}
interface AslState {
  readonly Type: string;
  readonly Resource?: string | undefined;
  readonly Branches?: readonly AslDefinition[] | undefined;
  readonly ItemProcessor?: AslDefinition | undefined;
  readonly Iterator?: AslDefinition | undefined;
  readonly [field: string]: unknown;
}
const aslSchema: z.ZodType<AslDefinition> = z.lazy(() =>
  z.looseObject({
    QueryLanguage: z.string().optional(),
    States: z.record(z.string(), stateSchema),
  }),
);
const stateSchema: z.ZodType<AslState> = z.lazy(() =>
  z.looseObject({
    Type: z.string(),
    Resource: z.string().optional(),
    Branches: z.array(aslSchema).optional(),
    ItemProcessor: aslSchema.optional(),
    Iterator: aslSchema.optional(),
  }),
);

/**
 * Runs a state machine definition (the same text that AWS gets) on this machine.
 * Every value that crosses a state is round-tripped through JSON and held to AWS's payload limit.
 * @throws ConfigurationError for a definition that the local engine cannot run, or a Task without
 *   a handler (the engine would call AWS for it).
 */
export function createFlow(
  definitionText: string,
  tasks: Readonly<Record<string, FlowTask>>,
  options: { readonly retryDelayMs?: number } = {},
): Flow {
  const text = definitionText.replaceAll(/\$\{([^}]+)\}/g, toLocalArn);
  const names = taskNames(aslSchema.parse(JSON.parse(text)));
  const handlers = names.flatMap((name) => {
    const task = tasks[name];
    return task === undefined ? [] : [[name, guarded(name, task)] as const];
  });
  const missing = names.filter((name) => !Object.hasOwn(tasks, name));
  if (missing.length > 0) {
    throw new ConfigurationError(
      `every Task state needs a local handler, got none for ${missing.join(', ')}; ` +
        'add it to local/tasks.ts under the state name',
    );
  }
  const definition: StateMachineDefinition = JSON.parse(text);
  const machine = new StateMachine(definition, {
    validationOptions: { noValidate: true },
  });
  const retryIntervalOverrides = Object.fromEntries(
    names.map((name) => [name, options.retryDelayMs ?? 50]),
  );
  return {
    async run(input, { signal, onTask } = {}) {
      signal?.throwIfAborted();
      const execution = machine.run(roundTrip('execution input', input), {
        overrides: {
          taskResourceLocalHandlers: Object.fromEntries(
            handlers.map(([name, handler]) => [
              name,
              (given: unknown) => {
                onTask?.(name);
                return handler(given);
              },
            ]),
          ),
          retryIntervalOverrides,
        },
      });
      const abort = () => execution.abort();
      signal?.addEventListener('abort', abort, { once: true });
      try {
        return await execution.result;
      } finally {
        signal?.removeEventListener('abort', abort);
      }
    },
  };
}

/** Names of the Task states at every depth; refuses what cannot run here. */
function taskNames(definition: AslDefinition): string[] {
  if (definition.QueryLanguage !== undefined && definition.QueryLanguage !== 'JSONPath') {
    throw unsupported('definition', `QueryLanguage ${definition.QueryLanguage}`);
  }
  return Object.entries(definition.States).flatMap(([name, state]) => {
    refuseUnsupported(name, state);
    const inner = [...(state.Branches ?? []), state.ItemProcessor, state.Iterator];
    return [
      ...(state.Type === 'Task' ? [name] : []),
      ...inner.flatMap((branch) => (branch === undefined ? [] : taskNames(branch))),
    ];
  });
}

function refuseUnsupported(name: string, state: AslState): void {
  const field = UNSUPPORTED_FIELDS.find((candidate) => Object.hasOwn(state, candidate));
  if (field !== undefined) throw unsupported(name, field);
  if (state['QueryLanguage'] === 'JSONata') throw unsupported(name, 'QueryLanguage JSONata');
  if (state.Resource?.includes('waitForTaskToken')) throw unsupported(name, 'a task token');
  if (state.Resource?.includes('states:::')) throw unsupported(name, 'a service integration');
}

function unsupported(state: string, what: string): ConfigurationError {
  return new ConfigurationError(
    `a definition that also runs on the laptop must not use ${what} (state ${state}); ` +
      'move it to a definition that runs on AWS alone',
  );
}

function guarded(name: string, task: FlowTask): (input: unknown) => Promise<JsonValue> {
  return async (input) =>
    roundTrip(`output of ${name}`, await task(roundTrip(`input of ${name}`, input)));
}

/** What AWS does between states: serialise, measure, parse. */
function roundTrip(what: string, value: unknown): JsonValue {
  const text = JSON.stringify(value ?? null);
  const bytes = Buffer.byteLength(text);
  if (bytes > PAYLOAD_LIMIT_BYTES) {
    const error = new Error(
      `${what} must be at most ${PAYLOAD_LIMIT_BYTES} bytes, got ${bytes}; ` +
        'store it in the document store and pass its key',
    );
    error.name = 'States.DataLimitExceeded';
    throw error;
  }
  const parsed: JsonValue = JSON.parse(text);
  return parsed;
}

function toLocalArn(_match: string, name: string): string {
  return `arn:aws:lambda:eu-west-1:000000000000:function:${name}`;
}
