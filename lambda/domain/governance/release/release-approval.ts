import type { ReleaseGates } from '../../../../config/release-gates.ts';
import { RefusedError } from '../../../errors.ts';
import type { Releases } from '../../../release-ports.ts';
import { actOnRelease, type ReleaseAct, type ReleaseActPorts } from './act-on-release.ts';
import type { ReleaseEvent } from './release-event.ts';
import { type GateResult, judgeRelease, type ReleaseEvaluation } from './release-gates.ts';
import { pointersOf, releaseState } from './release-state.ts';

const DAY_MS = 86_400_000;

export interface ReleasePorts extends ReleaseActPorts {
  readonly releases: Omit<Releases, 'keep' | 'latest'>;
  readonly approvals: { readonly people: 1 | 2 };
  readonly releaseGates: ReleaseGates;
}

/**
 * Proposes a published release for what serves now, with what was measured of it. The gates are asked
 * and their results written down; a shut gate stops nobody from proposing, and everybody after.
 * @throws NotFoundError, RefusedError where it serves already
 */
export function proposeRelease(ports: ReleasePorts) {
  return async (
    act: ReleaseAct & { readonly evaluation: ReleaseEvaluation | null },
  ): Promise<ReleaseEvent> => {
    const { side, release } = act;
    const evaluation =
      act.evaluation === null ? null : await ports.releases.keepEvaluation(act.evaluation);
    return done(
      await actOnRelease(ports, act, async (history) => {
        const { live } = pointersOf(history);
        releaseState(history, release);
        if (live === release) throw new RefusedError(`${short(release)} of ${side} serves already`);
        const gates = await gatesOf(ports, act, live, act.evaluation);
        return { action: 'propose', evaluation, gates, moves: { candidate: release } };
      }),
    );
  };
}

/**
 * Approves what is proposed. Where the profile asks for two people, not by who proposed or published it.
 * @throws NotFoundError, RefusedError where nothing is proposed, a gate is shut, or it is the same person
 */
export function approveRelease(ports: ReleasePorts) {
  return async (act: ReleaseAct): Promise<ReleaseEvent> =>
    done(
      await actOnRelease(ports, act, (history) => {
        const { proposal, published } = proposed(history, act.release);
        requireGates(act.release, proposal.gates);
        if (ports.approvals.people === 2) {
          requireOther(act, proposal, 'proposed');
          if (published.action === 'publish') requireOther(act, published, 'published');
        }
        return { action: 'approve', evaluation: proposal.evaluation, gates: proposal.gates };
      }),
    );
}

/** Ends a proposal. @throws NotFoundError, RefusedError where nothing is proposed */
export function rejectRelease(ports: ReleasePorts) {
  return async (act: ReleaseAct): Promise<ReleaseEvent> =>
    done(
      await actOnRelease(ports, act, (history) => {
        proposed(history, act.release);
        return { action: 'reject' };
      }),
    );
}

/**
 * Lets a proposed release serve, or stand in staging. The gates are asked again, with the thresholds of
 * now; for live it must be approved, and approvals count for some days only.
 * @throws NotFoundError, RefusedError
 */
export function promoteRelease(ports: ReleasePorts) {
  return async (act: ReleaseAct & { readonly to: 'staging' | 'live' }): Promise<ReleaseEvent> =>
    done(
      await actOnRelease(ports, act, async (history) => {
        const { side, release, to } = act;
        const { proposal, approvals } = proposed(history, release);
        const evaluation =
          proposal.evaluation === null
            ? null
            : await ports.releases.readEvaluation(side, proposal.evaluation);
        const gates = await gatesOf(ports, act, pointersOf(history).live, evaluation);
        requireGates(release, gates);
        if (to === 'live') requireApproval(ports, proposal, approvals);
        return {
          action: 'promote',
          evaluation: proposal.evaluation,
          gates,
          moves: to === 'live' ? { live: release, staging: release } : { staging: release },
        };
      }),
    );
}

/**
 * Lets a release serve again that has served before: at once, without gates or approvals, because what
 * it does is known. Its bytes are read first.
 * @throws NotFoundError, RefusedError where it serves, never did, or was altered
 */
export function rollBackRelease(ports: ReleasePorts) {
  return async (act: ReleaseAct): Promise<ReleaseEvent> =>
    done(
      await actOnRelease(ports, act, async (history) => {
        const { side, release } = act;
        if (pointersOf(history).live === release) {
          throw new RefusedError(`${short(release)} of ${side} serves already`);
        }
        if (!releaseState(history, release).wasLive) {
          throw new RefusedError(
            `${short(release)} of ${side} must have served before to be rolled back to; propose it`,
          );
        }
        await ports.releases.read(side, release);
        return { action: 'roll-back', moves: { live: release } };
      }),
    );
}

async function gatesOf(
  ports: ReleasePorts,
  { side, release: id }: ReleaseAct,
  live: string | null,
  evaluation: ReleaseEvaluation | null,
): Promise<readonly GateResult[]> {
  return judgeRelease(ports.releaseGates[side], {
    id,
    bundle: await ports.releases.read(side, id),
    live: live === null ? null : await ports.releases.read(side, live),
    evaluation,
  });
}

function proposed(history: readonly ReleaseEvent[], release: string) {
  const { proposal, ...state } = releaseState(history, release);
  if (proposal !== null) return { ...state, proposal };
  throw new RefusedError(
    `${short(release)} must be proposed for what serves now; strata release propose`,
  );
}

function requireGates(release: string, gates: readonly GateResult[]): void {
  const shut = gates.filter(({ passed }) => !passed);
  if (shut.length === 0) return;
  const named = shut.map(
    ({ gate, figure, demand }) => `${gate}: ${figure ?? 'not measured'}, must be ${demand}`,
  );
  throw new RefusedError(
    `gates stop ${short(release)}: ${named.join('; ')}. Evaluate it and propose it again`,
  );
}

function requireOther(act: ReleaseAct, event: ReleaseEvent, did: string): void {
  if (!isSamePerson(act.by.name, event.by.name)) return;
  throw new RefusedError(
    `${event.by.name} ${did} ${short(act.release)}, and approvals.people is 2: ` +
      'another person must approve it',
  );
}

function requireApproval(
  ports: ReleasePorts,
  proposal: ReleaseEvent,
  approvals: readonly ReleaseEvent[],
): void {
  const { people } = ports.approvals;
  const { approvalDays } = ports.releaseGates;
  const since = ports.now() - approvalDays * DAY_MS;
  const counting = approvals
    .filter(({ at }) => Date.parse(at) > since)
    .filter(({ by }) => people === 1 || !isSamePerson(by.name, proposal.by.name));
  if (counting.length > 0) return;
  const who = people === 2 ? `somebody else than ${proposal.by.name}` : 'an approver';
  throw new RefusedError(
    `${short(proposal.release)} must have been approved by ${who} within ${approvalDays} days; ` +
      'strata release approve',
  );
}

/** Two spellings of a name are no two people. */
function isSamePerson(one: string | null, other: string): boolean {
  const plain = (name: string) => name.normalize('NFKC').trim().toLowerCase();
  return one !== null && plain(one) === plain(other);
}

function short(release: string): string {
  return `release ${release.slice(0, 12)}`;
}

function done(event: ReleaseEvent | null): ReleaseEvent {
  if (event !== null) return event;
  throw new TypeError('an act that decides something must have an event');
}
