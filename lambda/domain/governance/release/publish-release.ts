import type { Releases } from '../../../release-ports.ts';
import { type ReleaseActPorts, actOnRelease } from './act-on-release.ts';
import type { ReleaseBundle } from './release-bundle.ts';
import type { Actor, ReleaseEvent } from './release-event.ts';
import { pointersOf } from './release-state.ts';

export interface PublishPorts extends ReleaseActPorts {
  readonly releases: Pick<Releases, 'keep' | 'history' | 'append'>;
}

/**
 * Keeps a bundle and makes it the candidate. Nothing that serves changes, but for the first release of
 * a side: something must serve, and there was nothing to compare it with.
 * @returns its id, and the event; null where it is the candidate already
 */
export async function publishRelease(
  ports: PublishPorts,
  { bundle, by, why }: { readonly bundle: ReleaseBundle; readonly by: Actor; readonly why: string },
): Promise<{ readonly id: string; readonly event: ReleaseEvent | null }> {
  const { side } = bundle;
  const id = await ports.releases.keep(bundle);
  const event = await actOnRelease(ports, { side, release: id, by, why }, (history) => {
    const { candidate, live } = pointersOf(history);
    if (candidate === id && live !== null) return null;
    return { action: 'publish', moves: { candidate: id, live: live ?? id } };
  });
  return { id, event };
}
