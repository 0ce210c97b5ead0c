import { ConfigurationError } from '../errors.ts';
import { valueAt } from './expression.ts';
import { parsePath, readPath } from './json-path.ts';
import type { Scope } from './json-path.ts';
import { isArray, isObject } from './json-value.ts';
import type { Json, JsonObject } from './json-value.ts';

export type Condition = (scope: Scope) => boolean;

/** A value that can be compared; undefined: of another kind, so no comparison holds. */
type Comparable = string | number | boolean | undefined;

const KINDS: Readonly<Record<string, (value: Json) => Comparable>> = {
  String: (value) => (typeof value === 'string' ? value : undefined),
  Numeric: (value) => (typeof value === 'number' ? value : undefined),
  Boolean: (value) => (typeof value === 'boolean' ? value : undefined),
  Timestamp: readTimestamp,
};
const ORDERS: Readonly<Record<string, (order: number) => boolean>> = {
  Equals: (order) => order === 0,
  LessThan: (order) => order < 0,
  LessThanEquals: (order) => order <= 0,
  GreaterThan: (order) => order > 0,
  GreaterThanEquals: (order) => order >= 0,
};
const TESTS: Readonly<Record<string, (value: Json) => boolean>> = {
  IsNull: (value) => value === null,
  IsBoolean: (value) => typeof value === 'boolean',
  IsNumeric: (value) => typeof value === 'number',
  IsString: (value) => typeof value === 'string',
  IsTimestamp: (value) => readTimestamp(value) !== undefined,
};
const COMPARISON = /^(String|Numeric|Timestamp|Boolean(?=Equals))(\w+?)(Path)?$/;
/** RFC 3339 with the capital T and Z that the States Language demands. */
const TIMESTAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

/** @throws ConfigurationError unless the rule holds one operator that is known here */
export function parseRule(rule: Json): Condition {
  if (!isObject(rule)) throw unknown(rule);
  const { Next: _next, Comment: _comment, Variable: variable, ...operators } = rule;
  const [operator, ...more] = Object.entries(operators);
  if (operator === undefined || more.length > 0) throw unknown(rule);
  const [name, operand] = operator;
  if (variable !== undefined) return parseTest(variable, name, operand, rule);
  if (name === 'Not') {
    const inner = parseRule(operand);
    return (scope) => !inner(scope);
  }
  if (!isArray(operand) || operand.length === 0) throw unknown(rule);
  const inner = operand.map(parseRule);
  if (name === 'And') return (scope) => inner.every((condition) => condition(scope));
  if (name === 'Or') return (scope) => inner.some((condition) => condition(scope));
  throw unknown(rule);
}

function parseTest(variable: Json, name: string, operand: Json, rule: JsonObject): Condition {
  if (typeof variable !== 'string') throw unknown(rule);
  const path = parsePath(variable);
  if (name === 'IsPresent' && typeof operand === 'boolean') {
    return (scope) => (readPath(path, scope) !== undefined) === operand;
  }
  const value = valueAt(path);
  const test = Object.hasOwn(TESTS, name) ? TESTS[name] : undefined;
  if (test !== undefined && typeof operand === 'boolean') {
    return (scope) => test(value(scope)) === operand;
  }
  if (name === 'StringMatches' && typeof operand === 'string') {
    const pattern = globPattern(operand);
    return (scope) => {
      const given = value(scope);
      return typeof given === 'string' && pattern.test(given);
    };
  }
  const [, kindName = '', orderName = '', byPath] = COMPARISON.exec(name) ?? [];
  const kind = KINDS[kindName];
  const holds = Object.hasOwn(ORDERS, orderName) ? ORDERS[orderName] : undefined;
  if (kind === undefined || holds === undefined) throw unknown(rule);
  const other = byPath === undefined ? constant(operand, kind, rule) : pathOf(operand, rule);
  return (scope) => compare(kind(value(scope)), kind(other(scope)), holds);
}

function compare(left: Comparable, right: Comparable, holds: (order: number) => boolean): boolean {
  if (left === undefined || right === undefined) return false;
  return holds(left < right ? -1 : Number(left > right));
}

function constant(operand: Json, kind: (value: Json) => Comparable, rule: JsonObject) {
  if (kind(operand) === undefined) throw unknown(rule);
  return () => operand;
}

function pathOf(operand: Json, rule: JsonObject) {
  if (typeof operand !== 'string') throw unknown(rule);
  return valueAt(parsePath(operand));
}

/** `*` stands for any characters, a backslash takes the meaning from the next. */
function globPattern(glob: string): RegExp {
  const source = glob.replaceAll(/\\(.)|\*|[.+?^${}()|[\]\\]/gs, (mark, escaped?: string) => {
    if (escaped !== undefined) return escaped.replace(/\W/, String.raw`\$&`);
    return mark === '*' ? '.*' : `\\${mark}`;
  });
  return new RegExp(`^${source}$`, 's');
}

function readTimestamp(value: Json): number | undefined {
  if (typeof value !== 'string' || !TIMESTAMP.test(value)) return undefined;
  const time = Date.parse(value);
  return Number.isNaN(time) ? undefined : time;
}

function unknown(rule: Json): ConfigurationError {
  return new ConfigurationError(
    'a choice rule must be And, Or, Not, or a Variable with one comparison of the Amazon States ' +
      `Language and an operand of its type, got ${JSON.stringify(rule)}`,
  );
}
