import * as z from 'zod';
import { lazily } from '../../../lazily.ts';
import { type Side, SIDES } from '../../document/document.ts';
import { gateResultSchema } from './release-gates.ts';

/** Where a release stands: published, tried before others meet it, serving. */
export const STAGES = ['candidate', 'staging', 'live'] as const;
export type Stage = (typeof STAGES)[number];

export const RELEASE_ACTIONS = [
  'publish',
  'propose',
  'approve',
  'reject',
  'promote',
  'roll-back',
] as const;

/** Who acts, as the sign-in or `--as` names them; null: nobody can say. */
export interface Actor {
  readonly name: string | null;
  readonly roles: readonly string[];
}

const id = () => z.string().regex(/^[0-9a-f]{64}$/);

/**
 * One act on a side's releases. Events are numbered without gaps and never changed: number N + 1 is
 * written only where nobody wrote it, which is the compare-and-set of all pointers at once.
 */
export const releaseEventSchema = lazily(() =>
  z.strictObject({
    side: z.enum(SIDES),
    number: z.int().min(1),
    at: z.iso.datetime(),
    action: z.enum(RELEASE_ACTIONS),
    release: id(),
    by: z.strictObject({ name: z.string().min(1), roles: z.array(z.string()) }),
    why: z.string().min(1),
    /** Hash of the evaluation that it rests on. */
    evaluation: id().nullable(),
    /** What the gates said of it, where they were asked. */
    gates: z.array(gateResultSchema()),
    /** After the event; null where nothing was there yet. */
    pointers: z.strictObject({
      candidate: id().nullable(),
      staging: id().nullable(),
      live: id().nullable(),
    }),
  }),
);
export type ReleaseEvent = z.infer<ReturnType<typeof releaseEventSchema>>;
export type Pointers = ReleaseEvent['pointers'];

export const NO_POINTERS: Pointers = { candidate: null, staging: null, live: null };

export function isStage(name: string): name is Stage {
  return STAGES.some((stage) => stage === name);
}

/** `llmops` or `mlops`. */
export function isSide(name: string): name is Side {
  return SIDES.some((side) => side === name);
}
