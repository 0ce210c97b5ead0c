import { ConfigurationError } from '../errors.ts';
import { runtimeError } from './flow-error.ts';
import { INTRINSIC_FUNCTIONS } from './intrinsic-functions.ts';
import { parsePath, readPath, scanPath } from './json-path.ts';
import type { JsonPath, Scope } from './json-path.ts';
import type { Json } from './json-value.ts';

/** A path or a call of an intrinsic function, ready to be evaluated. */
export type Expression = (scope: Scope) => Json;

interface Scanned {
  readonly expression: Expression;
  readonly end: number;
}

const CALL = /States\.(\w+)\(\s*/y;
const NEXT = /\s*(,\s*|\))/y;
const LITERAL = /'((?:[^'\\]|\\.)*)'|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/y;

/** @throws ConfigurationError for a function that is not known here, or text that is neither */
export function parseExpression(source: string): Expression {
  if (!source.startsWith('States.')) return valueAt(parsePath(source));
  const { expression, end } = scanArgument(source, 0, false);
  return end === source.length ? expression : refuse(source, end);
}

/** The value at a path, where nothing there is a fault of the definition. */
export function valueAt(path: JsonPath): Expression {
  return (scope) => {
    const value = readPath(path, scope);
    if (value === undefined) throw runtimeError(`the path ${path.text} leads to nothing`);
    return value;
  };
}

/** `raw` keeps the escapes of a text: only `States.Format` tells an escaped brace from a hole. */
function scanArgument(source: string, start: number, raw: boolean): Scanned {
  if (source[start] === '$') {
    const { path, end } = scanPath(source, start);
    return { expression: valueAt(path), end };
  }
  const call = matchAt(CALL, source, start);
  if (call !== null) return scanCall(call[1] ?? '', source, CALL.lastIndex);
  const literal = matchAt(LITERAL, source, start);
  if (literal === null) return refuse(source, start);
  const [, quoted, word = 'null'] = literal;
  const unescaped = raw ? quoted : quoted?.replaceAll(/\\(.)/g, '$1');
  const value: Json = unescaped ?? JSON.parse(word);
  return { expression: () => value, end: LITERAL.lastIndex };
}

function scanCall(name: string, source: string, start: number): Scanned {
  const known = INTRINSIC_FUNCTIONS.get(name);
  if (known === undefined) {
    throw new ConfigurationError(
      `a function must be one of ${[...INTRINSIC_FUNCTIONS.keys()].join(', ')}, got States.${name}`,
    );
  }
  const args: Expression[] = [];
  let end = start;
  for (let open = source[start] !== ')'; open; ) {
    const argument = scanArgument(source, end, name === 'Format' && args.length === 0);
    args.push(argument.expression);
    const next = matchAt(NEXT, source, argument.end) ?? refuse(source, argument.end);
    open = next[1] !== ')';
    end = open ? NEXT.lastIndex : NEXT.lastIndex - 1;
  }
  if (known.arity !== null && known.arity !== args.length) {
    throw new ConfigurationError(
      `States.${name} takes ${known.arity} arguments, got ${args.length} in ${source}`,
    );
  }
  const expression = (scope: Scope) =>
    known.run(
      args.map((argument) => argument(scope)),
      scope,
    );
  return { expression, end: end + 1 };
}

function matchAt(pattern: RegExp, source: string, start: number): RegExpExecArray | null {
  pattern.lastIndex = start;
  return pattern.exec(source);
}

function refuse(source: string, at: number): never {
  throw new ConfigurationError(
    `a path, function or literal must stand at ${at} of ${source}; see the intrinsic functions ` +
      'of the Amazon States Language',
  );
}
