import { ConfigurationError } from '../errors.ts';
import { Fields, named, oneOf, refuse, text, whole } from './fields.ts';
import { isObject } from './json-value.ts';
import type { Json } from './json-value.ts';
import type { Machine, State } from './machine.ts';
import { LONGEST_SECONDS, readState } from './read-state.ts';

/** Longest name of a state (Step Functions service quotas). */
const LONGEST_NAME = 80;

/**
 * Reads the text of a definition (JSONPath) and compiles it.
 * @throws ConfigurationError that names state and field, for whatever the Amazon States Language
 *   does not allow and for what this interpreter leaves out: JSONata, Assign, ItemReader,
 *   ItemBatcher, ResultWriter, tolerated failures, task tokens, activities, service integrations
 */
export function parseDefinition(definition: string): Machine {
  const json: Json = JSON.parse(definition);
  const fields = new Fields(json);
  fields.optional('QueryLanguage', oneOf('JSONPath'));
  fields.optional('Version', oneOf('1.0'));
  const seconds = fields.optional('TimeoutSeconds', whole(1, LONGEST_SECONDS));
  const machine = { ...readMachine(fields), TimeoutSeconds: seconds };
  const seen = new Set<string>();
  for (const { States } of machinesOf(machine)) {
    for (const name of Object.keys(States)) {
      if (seen.has(name)) {
        throw new ConfigurationError(`state ${name}: must stand once in the whole definition`);
      }
      seen.add(name);
    }
  }
  return machine;
}

/** Names of the Task states, at every depth. */
export function taskNames(machine: Machine): readonly string[] {
  return machinesOf(machine).flatMap(({ States }) =>
    Object.entries(States).flatMap(([name, state]) => (state.Type === 'Task' ? [name] : [])),
  );
}

function readMachine(fields: Fields): Machine {
  fields.optional('Comment', text);
  const StartAt = fields.required('StartAt', text);
  const States = fields.required('States', readStates);
  fields.done();
  if (!Object.hasOwn(States, StartAt)) refuse('the name of a state, in StartAt', StartAt);
  for (const [name, state] of Object.entries(States)) {
    const lost = targets(state).find((target) => !Object.hasOwn(States, target));
    if (lost !== undefined) {
      throw new ConfigurationError(`state ${name}: must lead to a state beside it, got ${lost}`);
    }
  }
  return { StartAt, States, TimeoutSeconds: undefined };
}

function readStates(value: Json): Readonly<Record<string, State>> {
  if (!isObject(value)) return refuse('an object of states', value);
  const states = Object.entries(value).map(([name, state]) => {
    if (name.length > LONGEST_NAME) refuse(`a name of at most ${LONGEST_NAME} characters`, name);
    return [name, named(`state ${name}`, () => readState(state, readBranch))] as const;
  });
  return Object.fromEntries(states);
}

/** A branch of Parallel, or the processor of a Map, which may say that it is an inline one. */
function readBranch(value: Json, processor: boolean): Machine {
  const fields = new Fields(value);
  if (processor) {
    fields.optional('ProcessorConfig', (config) => {
      const inner = new Fields(config);
      inner.required('Mode', oneOf('INLINE'));
      inner.done();
    });
  }
  return readMachine(fields);
}

function machinesOf(machine: Machine): readonly Machine[] {
  const inner = Object.values(machine.States).flatMap((state) => {
    if (state.Type === 'Parallel') return state.Branches;
    return state.Type === 'Map' ? [state.ItemProcessor] : [];
  });
  return [machine, ...inner.flatMap(machinesOf)];
}

function targets(state: State): readonly string[] {
  const found = [
    'Next' in state ? state.Next : undefined,
    state.Type === 'Choice' ? state.Default : undefined,
    ...(state.Type === 'Choice' ? state.Choices : []).map(({ Next }) => Next),
    ...('Catch' in state ? state.Catch : []).map(({ Next }) => Next),
  ];
  return found.filter((target) => target !== undefined);
}
