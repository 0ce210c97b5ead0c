import { parseRule } from './choice-rule.ts';
import { parseExpression } from './expression.ts';
import { Fields, list, number, oneOf, orNull, refuse, text, whole } from './fields.ts';
import { parsePath, parseResultPath } from './json-path.ts';
import { member } from './json-value.ts';
import type { Json } from './json-value.ts';
import type { Catcher, Machine, Retrier, State, WaitState } from './machine.ts';
import { parseTemplate } from './payload-template.ts';

/** Longest time-out and wait, in seconds (Amazon States Language). */
export const LONGEST_SECONDS = 99_999_999;

const TYPES = ['Task', 'Parallel', 'Map', 'Pass', 'Wait', 'Choice', 'Succeed', 'Fail'] as const;
const EVERY_ERROR = 'States.ALL';
/** RFC 3339, as the Amazon States Language demands of a `Timestamp`. */
const TIMESTAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

type ReadBranch = (value: Json, processor: boolean) => Machine;

/** One state, compiled; `readBranch` reads the machines inside it. */
export function readState(value: Json, readBranch: ReadBranch): State {
  const fields = new Fields(value);
  const type = fields.required('Type', oneOf(...TYPES));
  fields.optional('Comment', text);
  fields.optional('QueryLanguage', oneOf('JSONPath'));
  const state = byType(type, fields, readBranch);
  fields.done();
  return state;
}

function byType(type: State['Type'], fields: Fields, readBranch: ReadBranch): State {
  switch (type) {
    case 'Task':
      fields.required('Resource', resource);
      return {
        Type: type,
        ...working(fields),
        Parameters: fields.optional('Parameters', parseTemplate),
        TimeoutSeconds: fields.optional('TimeoutSeconds', whole(1, LONGEST_SECONDS)),
        TimeoutSecondsPath: fields.optional('TimeoutSecondsPath', path),
      };
    case 'Parallel':
      return {
        Type: type,
        ...working(fields),
        Parameters: fields.optional('Parameters', parseTemplate),
        Branches: fields.required(
          'Branches',
          list((branch) => readBranch(branch, false)),
        ),
      };
    case 'Map':
      return {
        Type: type,
        ...working(fields),
        ItemsPath: fields.optional('ItemsPath', path),
        ItemSelector: fields.optional('ItemSelector', parseTemplate),
        MaxConcurrency: fields.optional('MaxConcurrency', whole(0)) ?? 0,
        ItemProcessor: fields.required('ItemProcessor', (inner) => readBranch(inner, true)),
      };
    case 'Pass':
      return {
        Type: type,
        ...inOut(fields),
        ...following(fields),
        Parameters: fields.optional('Parameters', parseTemplate),
        Result: fields.optional('Result', (result) => result),
        ResultPath: fields.optional('ResultPath', orNull(parseResultPath)),
      };
    case 'Wait':
      return wait(fields);
    case 'Choice':
      return {
        Type: type,
        ...inOut(fields),
        Choices: fields.required('Choices', list(choice)),
        Default: fields.optional('Default', text),
      };
    case 'Succeed':
      return { Type: type, ...inOut(fields) };
    case 'Fail':
      return {
        Type: type,
        Error: fields.optional('Error', text),
        ErrorPath: fields.optional('ErrorPath', (value) => parseExpression(text(value))),
        Cause: fields.optional('Cause', text),
        CausePath: fields.optional('CausePath', (value) => parseExpression(text(value))),
      };
  }
}

function working(fields: Fields) {
  return {
    ...inOut(fields),
    ...following(fields),
    ResultSelector: fields.optional('ResultSelector', parseTemplate),
    ResultPath: fields.optional('ResultPath', orNull(parseResultPath)),
    Retry: fields.optional('Retry', handlers(retrier)) ?? [],
    Catch: fields.optional('Catch', handlers(catcher)) ?? [],
  };
}

function retrier(fields: Fields): Retrier {
  return {
    ErrorEquals: fields.required('ErrorEquals', list(text)),
    IntervalSeconds: fields.optional('IntervalSeconds', whole(1, LONGEST_SECONDS)) ?? 1,
    MaxAttempts: fields.optional('MaxAttempts', whole(0, LONGEST_SECONDS)) ?? 3,
    BackoffRate: fields.optional('BackoffRate', number(1)) ?? 2,
    MaxDelaySeconds: fields.optional('MaxDelaySeconds', whole(1)) ?? Number.POSITIVE_INFINITY,
    JitterStrategy: fields.optional('JitterStrategy', oneOf('NONE', 'FULL')) ?? 'NONE',
  };
}

function catcher(fields: Fields): Catcher {
  return {
    ErrorEquals: fields.required('ErrorEquals', list(text)),
    ResultPath: fields.optional('ResultPath', orNull(parseResultPath)),
    Next: fields.required('Next', text),
  };
}

/** Retriers or catchers: `States.ALL` stands alone and last. */
function handlers<T extends { readonly ErrorEquals: readonly string[] }>(
  read: (fields: Fields) => T,
) {
  const one = (value: Json) => {
    const fields = new Fields(value);
    const handler = read(fields);
    fields.optional('Comment', text);
    fields.done();
    return handler;
  };
  return (value: Json): readonly T[] => {
    const found = list(one)(value);
    const early = found.some(
      ({ ErrorEquals }, index) =>
        ErrorEquals.includes(EVERY_ERROR) && (ErrorEquals.length > 1 || index < found.length - 1),
    );
    return early ? refuse(`with ${EVERY_ERROR} alone and last`, value) : found;
  };
}

function inOut(fields: Fields) {
  return {
    InputPath: fields.optional('InputPath', orNull(parsePath)),
    OutputPath: fields.optional('OutputPath', orNull(parsePath)),
  };
}

function following(fields: Fields) {
  const Next = fields.optional('Next', text);
  const end = fields.optional('End', oneOf(true));
  if ((Next === undefined) === (end === undefined)) refuse('with either Next or End', Next ?? null);
  return { Next };
}

function wait(fields: Fields): WaitState {
  const state = {
    Seconds: fields.optional('Seconds', whole(0, LONGEST_SECONDS)),
    SecondsPath: fields.optional('SecondsPath', path),
    Timestamp: fields.optional('Timestamp', timestamp),
    TimestampPath: fields.optional('TimestampPath', path),
  };
  if (Object.values(state).filter((value) => value !== undefined).length !== 1) {
    refuse(`with one of ${Object.keys(state).join(', ')}`, null);
  }
  return { Type: 'Wait', ...inOut(fields), ...following(fields), ...state };
}

function choice(value: Json) {
  const Next = text(member(value, 'Next') ?? null);
  return { Next, holds: parseRule(value) };
}

function path(value: Json) {
  return parsePath(text(value));
}

function timestamp(value: Json): string {
  return TIMESTAMP.test(text(value)) ? text(value) : refuse('a timestamp of RFC 3339', value);
}

function resource(value: Json): string {
  if (!/states:::|:activity:|waitForTaskToken/.test(text(value))) return text(value);
  return refuse('a function: integrations, activities and task tokens run on AWS alone', value);
}
