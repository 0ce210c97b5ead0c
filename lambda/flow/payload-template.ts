import { ConfigurationError } from '../errors.ts';
import { parseExpression } from './expression.ts';
import type { Expression } from './expression.ts';
import { isArray, isObject } from './json-value.ts';
import type { Json } from './json-value.ts';

/** Ends the name of a field whose value is a path or a function. */
const COMPUTED = '.$';

/**
 * `Parameters`, `ItemSelector`, `ResultSelector`: fields that end in `.$` are computed, at every
 * depth of objects and arrays, the rest stands as it is.
 * @throws ConfigurationError for a computed field that is no expression, or stands there twice
 */
export function parseTemplate(template: Json): Expression {
  if (isArray(template)) {
    const items = template.map(parseTemplate);
    return (scope) => items.map((item) => item(scope));
  }
  if (!isObject(template)) return () => template;
  const fields = Object.entries(template).map(([key, value]) =>
    key.endsWith(COMPUTED)
      ? ([key.slice(0, -COMPUTED.length), computed(key, value)] as const)
      : ([key, parseTemplate(value)] as const),
  );
  if (new Set(fields.map(([key]) => key)).size < fields.length) {
    throw new ConfigurationError(
      `a field must be given once, with or without ${COMPUTED}, got ${Object.keys(template).join(', ')}`,
    );
  }
  return (scope) => Object.fromEntries(fields.map(([key, field]) => [key, field(scope)]));
}

function computed(key: string, value: Json): Expression {
  if (typeof value === 'string') return parseExpression(value);
  throw new ConfigurationError(
    `${key} must be a path or a function, got ${JSON.stringify(value)}; without ${COMPUTED} it is a constant`,
  );
}
