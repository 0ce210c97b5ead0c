import { ConfigurationError } from '../errors.ts';
import { isArray, isObject, member } from './json-value.ts';
import type { Json, JsonObject } from './json-value.ts';

type Read<T> = (value: Json) => T;

/**
 * The fields of one object of a definition, each read once by what it must be. A field that nobody
 * asked for is refused by `done`, and a complaint names the field. (Not a zod schema: making one
 * costs some 25 ms at the cold start of a function that answers while someone waits.)
 */
export class Fields {
  readonly #given: JsonObject;
  readonly #asked = new Set<string>();

  constructor(given: Json) {
    this.#given = isObject(given) ? given : refuse('an object', given);
  }

  optional<T>(name: string, read: Read<T>): T | undefined {
    this.#asked.add(name);
    const value = member(this.#given, name);
    return value === undefined ? undefined : named(`field ${name}`, () => read(value));
  }

  required<T>(name: string, read: Read<T>): T {
    return this.optional(name, read) ?? refuse(`a field ${name}`, this.#given);
  }

  done(): void {
    const unknown = Object.keys(this.#given).filter((name) => !this.#asked.has(name));
    if (unknown.length > 0) {
      throw new ConfigurationError(
        `field ${unknown.join(', ')}: this interpreter runs only ${[...this.#asked].join(', ')} here`,
      );
    }
  }
}

/** Does what may complain, and says where. */
export function named<T>(where: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    throw new ConfigurationError(`${where}: ${error.message}`);
  }
}

export function text(value: Json): string {
  return typeof value === 'string' && value !== '' ? value : refuse('a text', value);
}

export function number(least: number): Read<number> {
  return (value) =>
    typeof value === 'number' && value >= least ? value : refuse(`a number from ${least}`, value);
}

export function whole(least: number, most = Number.MAX_SAFE_INTEGER): Read<number> {
  return (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
      ? value
      : refuse(`a whole number from ${least} to ${most}`, value);
}

export function oneOf<T extends string | boolean>(...options: readonly T[]): Read<T> {
  return (value) =>
    options.find((option) => option === value) ?? refuse(options.join(' or '), value);
}

export function list<T>(read: Read<T>): Read<readonly T[]> {
  return (value) =>
    isArray(value) && value.length > 0
      ? value.map((item, index) => named(`item ${index}`, () => read(item)))
      : refuse('a list that is not empty', value);
}

/** A reader of text that also takes null. */
export function orNull<T>(parse: (value: string) => T): Read<T | null> {
  return (value) => (value === null ? null : parse(text(value)));
}

export function refuse(what: string, given: Json): never {
  throw new ConfigurationError(`must be ${what}, got ${JSON.stringify(given).slice(0, 200)}`);
}
