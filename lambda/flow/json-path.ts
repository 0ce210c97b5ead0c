import { ConfigurationError } from '../errors.ts';
import { FlowError } from './flow-error.ts';
import { isArray, isObject, member } from './json-value.ts';
import type { Json, JsonObject } from './json-value.ts';

/** What paths and functions are read against. */
export interface Scope {
  readonly input: Json;
  /** The context object, `$$`. */
  readonly context: JsonObject;
  readonly newId: () => string;
}

/** Field name, index, or null for `*`. */
type Step = string | number | null;

export interface JsonPath {
  readonly text: string;
  readonly ofContext: boolean;
  readonly steps: readonly Step[];
}

const STEP =
  /\.([^\s.[\]()?@*'",:$]+)|\.?\[(\d+)\]|(\.\*|\.?\[\*\])|\.?\['((?:[^'\\]|\\.)*)'\]|\.?\["((?:[^"\\]|\\.)*)"\]/y;

/**
 * Reads a path from `text` at `start`: `$` or `$$`, then fields, indexes and `*`.
 * @returns the path and where it ends
 */
export function scanPath(text: string, start: number): { path: JsonPath; end: number } {
  const ofContext = text.startsWith('$$', start);
  const steps: Step[] = [];
  let end = start + (ofContext ? 2 : 1);
  for (;;) {
    STEP.lastIndex = end;
    const match = STEP.exec(text);
    if (match === null) break;
    const [, field, index, every, single, double] = match;
    const quoted = (single ?? double)?.replaceAll(/\\(.)/g, '$1');
    if (every !== undefined) steps.push(null);
    else if (index !== undefined) steps.push(Number(index));
    else steps.push(field ?? quoted ?? '');
    end = STEP.lastIndex;
  }
  return { path: { text: text.slice(start, end), ofContext, steps }, end };
}

/** @throws ConfigurationError for filters, slices, unions, `..` and whatever else is no path here */
export function parsePath(text: string): JsonPath {
  if (text.startsWith('$')) {
    const { path, end } = scanPath(text, 0);
    if (end === text.length) return path;
  }
  throw new ConfigurationError(
    `a path must be $ or $$ followed by .field, ['field'], [index] or [*], got ${text}`,
  );
}

/** A path that a result is written to: fields of the input only. */
export function parseResultPath(text: string): JsonPath {
  const path = parsePath(text);
  if (!path.ofContext && path.steps.every((step) => typeof step === 'string')) return path;
  throw new ConfigurationError(`a result goes to a field of the input ($.a.b), got ${text}`);
}

/** @returns undefined where the path leads nowhere; with `*`, the list of all that it finds */
export function readPath({ ofContext, steps }: JsonPath, scope: Scope): Json | undefined {
  let found: Json[] = [ofContext ? scope.context : scope.input];
  let many = false;
  for (const step of steps) {
    if (step === null) {
      many = true;
      found = found.flatMap((value) => (isObject(value) ? Object.values(value) : toList(value)));
    } else {
      found = found.flatMap((value) => {
        const next = typeof step === 'string' ? member(value, step) : toList(value)[step];
        return next === undefined ? [] : [next];
      });
      if (!many && found.length === 0) return undefined;
    }
  }
  return many ? found : found[0];
}

/** The input with the result put at the path; objects on the way are made. */
export function writePath(path: JsonPath, input: Json, result: Json, depth = 0): Json {
  const step = path.steps[depth];
  if (step === undefined || step === null) return result;
  if (!isObject(input)) {
    throw new FlowError(
      'States.ResultPathMatchFailure',
      `a result can be put at ${path.text} of an object only, got ${JSON.stringify(input)}`,
    );
  }
  const inner = member(input, String(step)) ?? {};
  return { ...input, [step]: writePath(path, inner, result, depth + 1) };
}

function toList(value: Json): readonly Json[] {
  return isArray(value) ? value : [];
}
