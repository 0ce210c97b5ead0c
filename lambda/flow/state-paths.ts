import { valueAt } from './expression.ts';
import { writePath } from './json-path.ts';
import type { Scope } from './json-path.ts';
import type { Json } from './json-value.ts';
import type { OptionalPath } from './machine.ts';

/** `InputPath` and `OutputPath`: absent is everything, null is the empty object. */
export function select(path: OptionalPath, scope: Scope): Json {
  if (path === undefined) return scope.input;
  return path === null ? {} : valueAt(path)(scope);
}

/** `ResultPath`: absent replaces the input, null keeps it and drops the result. */
export function place(path: OptionalPath, input: Json, result: Json): Json {
  if (path === undefined) return result;
  return path === null ? input : writePath(path, input, result);
}
