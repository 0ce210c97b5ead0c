import type { Hono } from 'hono';
import * as z from 'zod';
import type { Capability, PortsOf } from './capabilities.ts';
import type { RecordChange } from './domain/governance/record-change.ts';
import type { Release } from './domain/llmops/answer/answer-in-making.ts';
import { InvalidInputError } from './errors.ts';
import { restrictPorts } from './restrict-ports.ts';
import type { ApiEnv } from './http/area.ts';
import type { RecordKind } from './store-ports.ts';

/** What stands in every declaration; all else about a function is derived from it. */
export interface Declaration<C extends Capability> {
  /** Stem: the function, its bundle and, of a step, its state in a flow. A side stands in front. */
  readonly name: string;
  /** One sentence for people in the console. */
  readonly does: string;
  /** All that it may touch: its rights, its environment, and the members of ports that it sees. */
  readonly touches: readonly C[];
  /** 128 to 10,240. @default 512 */
  readonly memoryMb?: number;
  /** At most 900. @default 60 */
  readonly timeoutSeconds?: number;
}

/** What a run may give to a step besides its input. */
export interface StepContext {
  /** Aborted when nobody waits any more. */
  readonly signal?: AbortSignal;
  /** Is given what may be shown while the step still runs; its result is the same without it. */
  readonly release?: Release;
  /** Aborted when nobody waits for what is released: no failure, the step ends with what it has. */
  readonly left?: AbortSignal;
}

interface StepDeclaration<I, O, C extends Capability> extends Declaration<C> {
  /** Without transforms: JSON Schema is derived from it. Made at its first use. */
  readonly input: () => z.ZodType<I>;
  readonly output: () => z.ZodType<O>;
  /** Is given messages of a queue, not what somebody calls it with. @default false */
  readonly queued?: boolean;
  /** Tries after the first, of failures that pass. @default 4 */
  readonly retries?: number;
  readonly run: (ports: PortsOf<C>) => (input: I, context: StepContext) => Promise<O>;
}
export interface Step<I, O, C extends Capability> extends StepDeclaration<I, O, C> {
  readonly kind: 'step';
  /** The step on these ports, its input and output held to their schemas. */
  (ports: PortsOf<C>): (input: I, context?: StepContext) => Promise<O>;
  readonly onPorts: AnyStep['onPorts'];
}

/** One step of a flow, a pipeline or an event: everything about it, said once. */
export function step<I, O, const C extends Capability>(
  declaration: StepDeclaration<I, O, C>,
): Step<I, O, C> {
  const { input, output, run, name } = declaration;
  const bind = (ports: PortsOf<C>) => onPorts(ports);
  const onPorts = (all: object) => {
    const running = run(restrictPorts(all, declaration));
    return async (given: unknown, context: StepContext = {}): Promise<O> => {
      const result = await running(checked(input(), given, `input of ${name}`), context);
      return checked(output(), result, `output of ${name}`);
    };
  };
  return declare(bind, 'step', { ...declaration, onPorts });
}

interface AreaDeclaration<C extends Capability> extends Declaration<C> {
  /** Paths below `/api` and their methods, as the gateway routes them. */
  readonly routes: readonly {
    readonly path: string;
    readonly methods: readonly ('GET' | 'POST' | 'PUT' | 'DELETE')[];
    /** @default false */
    readonly streams?: boolean;
  }[];
  readonly app: (ports: PortsOf<C>) => Hono<ApiEnv>;
}
export interface Area<C extends Capability> extends AreaDeclaration<C> {
  readonly kind: 'area';
  (ports: PortsOf<C>): Hono<ApiEnv>;
  /** The same on ports whose types are not known. @throws ConfigurationError for a missing port */
  readonly onPorts: (ports: object) => Hono<ApiEnv>;
}
/** One HTTP area: some paths below `/api`, behind sign-in. */
export function area<const C extends Capability>(declaration: AreaDeclaration<C>): Area<C> {
  const onPorts = (ports: object) => declaration.app(restrictPorts(ports, declaration));
  return declare((ports: PortsOf<C>) => onPorts(ports), 'area', { ...declaration, onPorts });
}

interface ConsumerDeclaration<C extends Capability> extends Declaration<C> {
  /** Kinds of records whose writes are told; null: every change of every kind. */
  readonly of: readonly RecordKind[] | null;
  readonly take: (
    ports: PortsOf<C>,
  ) => (changes: readonly RecordChange[]) => Promise<Readonly<Record<string, unknown>>>;
}
export interface Consumer<C extends Capability> extends ConsumerDeclaration<C> {
  readonly kind: 'consumer';
  (
    ports: PortsOf<C>,
  ): (changes: readonly RecordChange[]) => Promise<Readonly<Record<string, unknown>>>;
  /** The same on ports whose types are not known. @throws ConfigurationError for a missing port */
  readonly onPorts: (
    ports: object,
  ) => (changes: readonly RecordChange[]) => Promise<Readonly<Record<string, unknown>>>;
}
/** Takes changes of records, in order and in batches; a batch that fails is told again. */
export function consumer<const C extends Capability>(
  declaration: ConsumerDeclaration<C>,
): Consumer<C> {
  const onPorts = (ports: object) => declaration.take(restrictPorts(ports, declaration));
  return declare((ports: PortsOf<C>) => onPorts(ports), 'consumer', { ...declaration, onPorts });
}

interface ScheduleDeclaration<C extends Capability> extends Declaration<C> {
  /** Whole minutes from one start to the next. */
  readonly everyMinutes: number;
  /** Runs again at the next turn where it fails; what it returns is logged. */
  readonly work: (ports: PortsOf<C>) => () => Promise<Readonly<Record<string, unknown>>>;
}
export interface Schedule<C extends Capability> extends ScheduleDeclaration<C> {
  readonly kind: 'schedule';
  (ports: PortsOf<C>): () => Promise<Readonly<Record<string, unknown>>>;
  /** The same on ports whose types are not known. @throws ConfigurationError for a missing port */
  readonly onPorts: (ports: object) => () => Promise<Readonly<Record<string, unknown>>>;
}
/** What time starts. */
export function schedule<const C extends Capability>(
  declaration: ScheduleDeclaration<C>,
): Schedule<C> {
  const onPorts = (ports: object) => declaration.work(restrictPorts(ports, declaration));
  return declare((ports: PortsOf<C>) => onPorts(ports), 'schedule', { ...declaration, onPorts });
}

/** What CloudFormation asks of a custom resource. */
export interface ResourceRequest<P> {
  readonly type: 'Create' | 'Update' | 'Delete';
  readonly properties: P;
}
interface ResourceDeclaration<P, C extends Capability> extends Declaration<C> {
  readonly properties: () => z.ZodType<P>;
  /** Does what is asked and returns the physical id; a changed id makes CloudFormation replace. */
  readonly own: (ports: PortsOf<C>) => (request: ResourceRequest<P>) => Promise<string>;
}
export interface Resource<P, C extends Capability> extends ResourceDeclaration<P, C> {
  readonly kind: 'resource';
  (ports: PortsOf<C>): (request: ResourceRequest<P>) => Promise<string>;
}
/** A custom resource of a deployment. */
export function resource<P, const C extends Capability>(
  declaration: ResourceDeclaration<P, C>,
): Resource<P, C> {
  return declare(
    (ports: PortsOf<C>) => declaration.own(restrictPorts(ports, declaration)),
    'resource',
    declaration,
  );
}

/** Any declaration, as the build and the laptop list them. */
export interface AnyDeclared extends Omit<Declaration<Capability>, 'touches'> {
  readonly kind: 'step' | 'area' | 'consumer' | 'schedule' | 'resource';
  readonly touches: readonly Capability[];
}
/** A step whose types are not known where it runs: its schemas check what they would have. */
export interface AnyStep extends AnyDeclared {
  readonly input: () => z.ZodType;
  readonly output: () => z.ZodType;
  readonly retries?: number;
  readonly queued?: boolean;
  /** @throws ConfigurationError where a port that it touches is missing */
  readonly onPorts: (ports: object) => (input: unknown, context?: StepContext) => Promise<unknown>;
}

/** @throws InvalidInputError saying where the value has another shape */
export function checked<T>(schema: z.ZodType<T>, value: unknown, what: string): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new InvalidInputError(
    `${what} must have the shape that its schema says: ${z.prettifyError(parsed.error)}`,
    { cause: parsed.error },
  );
}

function declare<
  B extends (...given: never[]) => unknown,
  D extends object,
  const K extends string,
>(bind: B, kind: K, declaration: D) {
  // A function's own `name` is read-only.
  Object.defineProperty(bind, 'name', { writable: true });
  return Object.assign(bind, declaration, { kind });
}
