import type { Condition } from './choice-rule.ts';
import type { Expression } from './expression.ts';
import type { JsonPath } from './json-path.ts';
import type { Json } from './json-value.ts';

/** A state machine or a branch; its paths, templates and rules are ready to be evaluated. */
export interface Machine {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, State>>;
  readonly TimeoutSeconds: number | undefined;
}
export type State = PlainState | WorkingState;
/** States that do their work without calling anything. */
export type PlainState = PassState | WaitState | ChoiceState | SucceedState | FailState;
/** States that can fail, be tried again and be caught. */
export type WorkingState = TaskState | ParallelState | MapState;

/** Null selects the empty object or drops the result; undefined is everything. */
export type OptionalPath = JsonPath | null | undefined;

interface InOut {
  readonly InputPath: OptionalPath;
  readonly OutputPath: OptionalPath;
}
interface Following {
  /** Undefined at an end. */
  readonly Next: string | undefined;
}
export interface PassState extends InOut, Following {
  readonly Type: 'Pass';
  readonly Parameters: Expression | undefined;
  readonly Result: Json | undefined;
  readonly ResultPath: OptionalPath;
}
export interface WaitState extends InOut, Following {
  readonly Type: 'Wait';
  readonly Seconds: number | undefined;
  readonly SecondsPath: JsonPath | undefined;
  readonly Timestamp: string | undefined;
  readonly TimestampPath: JsonPath | undefined;
}
export interface ChoiceState extends InOut {
  readonly Type: 'Choice';
  readonly Choices: readonly { readonly holds: Condition; readonly Next: string }[];
  readonly Default: string | undefined;
}
export interface SucceedState extends InOut {
  readonly Type: 'Succeed';
}
export interface FailState {
  readonly Type: 'Fail';
  readonly Error: string | undefined;
  readonly ErrorPath: Expression | undefined;
  readonly Cause: string | undefined;
  readonly CausePath: Expression | undefined;
}
interface Working extends InOut, Following {
  readonly ResultSelector: Expression | undefined;
  readonly ResultPath: OptionalPath;
  readonly Retry: readonly Retrier[];
  readonly Catch: readonly Catcher[];
}
export interface TaskState extends Working {
  readonly Type: 'Task';
  readonly Parameters: Expression | undefined;
  readonly TimeoutSeconds: number | undefined;
  readonly TimeoutSecondsPath: JsonPath | undefined;
}
export interface ParallelState extends Working {
  readonly Type: 'Parallel';
  readonly Parameters: Expression | undefined;
  readonly Branches: readonly Machine[];
}
export interface MapState extends Working {
  readonly Type: 'Map';
  readonly ItemsPath: JsonPath | undefined;
  readonly ItemSelector: Expression | undefined;
  readonly MaxConcurrency: number;
  readonly ItemProcessor: Machine;
}
export interface Retrier {
  readonly ErrorEquals: readonly string[];
  readonly IntervalSeconds: number;
  readonly MaxAttempts: number;
  readonly BackoffRate: number;
  readonly MaxDelaySeconds: number;
  readonly JitterStrategy: 'NONE' | 'FULL';
}
export interface Catcher {
  readonly ErrorEquals: readonly string[];
  readonly ResultPath: OptionalPath;
  readonly Next: string;
}
