import { RefusedError, UnavailableError } from '../../../errors.ts';
import type { Releases } from '../../../release-ports.ts';
import type { Side } from '../../document/document.ts';
import type { Actor, Pointers, ReleaseEvent } from './release-event.ts';
import type { GateResult } from './release-gates.ts';
import { pointersOf } from './release-state.ts';

export interface ReleaseActPorts {
  readonly releases: Pick<Releases, 'history' | 'append'>;
  now(): number;
}
/** Who does what to which release, and why. */
export interface ReleaseAct {
  readonly side: Side;
  readonly release: string;
  readonly by: Actor;
  readonly why: string;
}
/** What an act comes to: its event but for what all events have. */
export interface Decided {
  readonly action: ReleaseEvent['action'];
  readonly evaluation?: string | null;
  readonly gates?: readonly GateResult[];
  /** What moves; the others stay. */
  readonly moves?: Partial<Pointers>;
}

const ATTEMPTS = 5;

/**
 * Decides on the history as it is and writes the event that follows it. Where somebody else writes
 * first, it is decided again on what they made of it; nothing was written in between.
 * @throws RefusedError where nobody knows who acts or why; UnavailableError after five attempts
 */
export async function actOnRelease(
  ports: ReleaseActPorts,
  { side, release, by, why }: ReleaseAct,
  decide: (history: readonly ReleaseEvent[]) => Decided | null | Promise<Decided | null>,
): Promise<ReleaseEvent | null> {
  const name = by.name?.trim();
  if (!name) {
    throw new RefusedError(
      'it must be known who acts on a release; sign in, or pass --as NAME:ROLE',
    );
  }
  if (why.trim() === '') throw new RefusedError('the log must say why; pass --why TEXT');
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const history = await ports.releases.history(side);
    const decided = await decide(history);
    if (decided === null) return null;
    const event: ReleaseEvent = {
      side,
      number: (history[0]?.number ?? 0) + 1,
      at: new Date(ports.now()).toISOString(),
      action: decided.action,
      release,
      by: { name, roles: [...by.roles] },
      why: why.trim(),
      evaluation: decided.evaluation ?? null,
      gates: [...(decided.gates ?? [])],
      pointers: { ...pointersOf(history), ...decided.moves },
    };
    if (await ports.releases.append(event)) return event;
  }
  throw new UnavailableError(`${side}: others acted first ${ATTEMPTS} times; try again`, 5);
}
