import { InvalidInputError, NotFoundError } from '../../../errors.ts';
import type { Side } from '../../document/document.ts';
import { isStage, NO_POINTERS, type Pointers, type ReleaseEvent } from './release-event.ts';

/** Fewer digits of an id name too many releases. */
const SHORTEST_PREFIX = 6;

/** How far a release has come since it was last proposed. */
export interface ReleaseState {
  readonly release: string;
  /** The first event that names it. */
  readonly published: ReleaseEvent;
  /** Null where nothing is proposed, or what was has been rejected, promoted or overtaken. */
  readonly proposal: ReleaseEvent | null;
  readonly approvals: readonly ReleaseEvent[];
  readonly wasLive: boolean;
}

/** @param history the newest first */
export function pointersOf(history: readonly ReleaseEvent[]): Pointers {
  return history[0]?.pointers ?? NO_POINTERS;
}

/**
 * The state of one release. A proposal is for the release that serves when it is made: once another
 * one serves, what was measured and approved was compared with something else.
 * @throws NotFoundError where no event names it
 */
export function releaseState(history: readonly ReleaseEvent[], release: string): ReleaseState {
  const own = history.filter((event) => event.release === release);
  const published = own.at(-1);
  if (published === undefined) {
    throw new NotFoundError(`release ${release} must be published before; strata release list`);
  }
  const decisive = own.findIndex(decides);
  const last = own[decisive];
  const isOpen = last?.action === 'propose' && last.pointers.live === pointersOf(history).live;
  return {
    release,
    published,
    proposal: isOpen ? last : null,
    approvals: isOpen ? own.slice(0, decisive).filter(({ action }) => action === 'approve') : [],
    wasLive: history.some(({ pointers }) => pointers.live === release),
  };
}

/** Begins or ends a proposal. */
function decides({ action, release, pointers }: ReleaseEvent): boolean {
  if (action === 'promote') return pointers.live === release;
  return action === 'propose' || action === 'reject' || action === 'roll-back';
}

/** The releases, those that were named last first. */
export function releasesIn(history: readonly ReleaseEvent[]): readonly string[] {
  return [...new Set(history.map(({ release }) => release))];
}

/** What served before the one that serves now; null where there was none. */
export function servedBefore(history: readonly ReleaseEvent[]): string | null {
  const { live } = pointersOf(history);
  return history.find(({ pointers }) => pointers.live !== live)?.pointers.live ?? null;
}

/**
 * The release that a person means by a stage, or by the beginning of its id.
 * @throws NotFoundError, InvalidInputError where the beginning fits several
 */
export function findRelease(history: readonly ReleaseEvent[], side: Side, named: string): string {
  if (isStage(named)) {
    const id = pointersOf(history)[named];
    if (id !== null) return id;
    throw new NotFoundError(`${named} of ${side} must point to a release, and points to none yet`);
  }
  if (named.length < SHORTEST_PREFIX) {
    throw new InvalidInputError(
      `a release is named by its stage or at least ${SHORTEST_PREFIX} digits of its id, got ${named}`,
    );
  }
  const found = releasesIn(history).filter((id) => id.startsWith(named));
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  if (found.length > 1) {
    throw new InvalidInputError(`${named} begins ${found.length} ids; give more digits`);
  }
  throw new NotFoundError(`no release of ${side} begins with ${named}; strata release list`);
}
