import { FlowError } from './flow-error.ts';
import type { Scope } from './json-path.ts';
import { isArray, isObject, sameJson } from './json-value.ts';
import type { Json, JsonObject } from './json-value.ts';

export interface IntrinsicFunction {
  /** Number of arguments; null: any. */
  readonly arity: number | null;
  readonly run: (args: readonly Json[], scope: Scope) => Json;
}

/** Longest array that `States.ArrayRange` makes (Step Functions developer guide). */
const LONGEST_RANGE = 1000;

/**
 * `States.<name>`. Hash, MathRandom and the Base64 pair are left out: no flow needs them, and what
 * is not here is refused when a definition is read.
 * @throws FlowError States.IntrinsicFailure for arguments that a function cannot take
 */
export const INTRINSIC_FUNCTIONS: ReadonlyMap<string, IntrinsicFunction> = new Map<
  string,
  IntrinsicFunction
>([
  entry('Array', null, (...items) => items),
  entry('ArrayContains', 2, (list, item) => array(list).some((one) => sameJson(one, item))),
  entry('ArrayGetItem', 2, (list, index) => itemOf(array(list), whole(index))),
  entry('ArrayLength', 1, (list) => array(list).length),
  entry('ArrayPartition', 2, (list, size) => partition(array(list), whole(size))),
  entry('ArrayRange', 3, (first, last, step) => range(whole(first), whole(last), whole(step))),
  entry('ArrayUnique', 1, (list) => unique(array(list))),
  entry('Format', null, (template = null, ...values) => format(text(template), values)),
  entry('JsonMerge', 3, (left, right, deep) => merge(object(left), object(right), deep)),
  entry('JsonToString', 1, (value) => JSON.stringify(value)),
  entry('MathAdd', 2, (left, right) => whole(left) + whole(right)),
  entry('StringSplit', 2, (value, marks) => split(text(value), text(marks))),
  entry('StringToJson', 1, (value) => parse(text(value))),
  ['UUID', { arity: 0, run: (_args, scope) => scope.newId() }],
]);

function entry(
  name: string,
  arity: number | null,
  run: (...args: Json[]) => Json,
): [string, IntrinsicFunction] {
  return [name, { arity, run: (args) => run(...args) }];
}

function itemOf(list: readonly Json[], index: number): Json {
  const item = list[index];
  return item === undefined ? fail(`an array of ${list.length} has no item ${index}`) : item;
}

function format(template: string, values: readonly Json[]): string {
  let used = 0;
  const filled = template.replaceAll(/\\(.)|\{\}/g, (_hole, escaped?: string) => {
    if (escaped !== undefined) return escaped;
    return inWords(values[used++] ?? null);
  });
  return used === values.length ? filled : fail(`${used} {} for ${values.length} values`);
}

/** Arrays and objects as the service writes them: `[1, a]`, `{k=v}` (LocalStack, string_format). */
function inWords(value: Json): string {
  if (typeof value === 'string') return value;
  if (isArray(value)) return `[${value.map(inWords).join(', ')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const fields = Object.entries(value).map(([key, field]) => `${key}=${inWords(field)}`);
  return `{${fields.join(', ')}}`;
}

function partition(list: readonly Json[], size: number): Json {
  if (size < 1) fail(`chunks must hold at least 1, got ${size}`);
  const starts = Array.from({ length: Math.ceil(list.length / size) }, (_, index) => index * size);
  return starts.map((start) => list.slice(start, start + size));
}

function range(first: number, last: number, step: number): Json {
  const length = step === 0 ? Number.NaN : Math.max(0, Math.floor((last - first) / step) + 1);
  if (!(length <= LONGEST_RANGE)) fail(`a range must have 0 to ${LONGEST_RANGE} items`);
  return Array.from({ length }, (_, index) => first + index * step);
}

function unique(list: readonly Json[]): Json {
  return list.filter((item, index) => list.findIndex((one) => sameJson(one, item)) === index);
}

function merge(left: JsonObject, right: JsonObject, deep: Json | undefined): Json {
  if (deep !== false) fail('States.JsonMerge merges shallowly; its third argument must be false');
  return { ...left, ...right };
}

/** Every character of `marks` divides; empty pieces are left out. */
function split(value: string, marks: string): Json {
  const pieces = [''];
  for (const character of value) {
    if (marks.includes(character)) pieces.push('');
    else pieces.push(`${pieces.pop() ?? ''}${character}`);
  }
  return pieces.filter((piece) => piece !== '');
}

function parse(value: string): Json {
  try {
    const parsed: Json = JSON.parse(value);
    return parsed;
  } catch {
    return fail(`States.StringToJson needs JSON, got ${value.slice(0, 200)}`);
  }
}

function array(value: Json): readonly Json[] {
  return isArray(value) ? value : fail(`an array was needed, got ${typeof value}`);
}

function object(value: Json): JsonObject {
  return isObject(value) ? value : fail(`an object was needed, got ${typeof value}`);
}

function text(value: Json): string {
  return typeof value === 'string' ? value : fail(`a string was needed, got ${typeof value}`);
}

/** Numbers are rounded to the nearest integer, as the developer guide says of MathAdd. */
function whole(value: Json): number {
  return typeof value === 'number'
    ? Math.round(value)
    : fail(`a number was needed, got ${typeof value}`);
}

function fail(cause: string): never {
  throw new FlowError('States.IntrinsicFailure', cause);
}
