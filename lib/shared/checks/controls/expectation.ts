import type { Expectation } from '../../../../config/controls/schema.ts';
import { isRecord } from '../checked.ts';

/** The values at a path such as `Replicas.*.Region`; `*` is every item, or every property. */
export function valuesAt(value: unknown, path: string): readonly unknown[] {
  return path.split('.').reduce<readonly unknown[]>(
    (values, part) =>
      values.flatMap((one) => {
        if (part === '*') return Array.isArray(one) ? one : isRecord(one) ? Object.values(one) : [];
        return isRecord(one) && Object.hasOwn(one, part) ? [one[part]] : [];
      }),
    [value],
  );
}

/** Whether one of the values is what is expected. */
export function isMet(values: readonly unknown[], expected: Expectation): boolean {
  return values.some((value) => isOne(value, expected));
}

/** For people: `at least 183`. */
export function inWords(expected: Expectation): string {
  if ('present' in expected) return 'set';
  if ('equals' in expected) return JSON.stringify(expected.equals);
  if ('atLeast' in expected) return `at least ${expected.atLeast}`;
  if ('holds' in expected) return JSON.stringify(expected.holds);
  return `a value with ${expected.says}`;
}

function isOne(value: unknown, expected: Expectation): boolean {
  if ('present' in expected) return value !== undefined && value !== null && value !== '';
  if ('equals' in expected) return value === expected.equals;
  if ('atLeast' in expected) return typeof value === 'number' && value >= expected.atLeast;
  if ('says' in expected) return (JSON.stringify(value) ?? '').includes(expected.says);
  return (
    isRecord(value) && Object.entries(expected.holds).every(([key, one]) => value[key] === one)
  );
}
