import type { Configurations } from '../../lambda/release-ports.ts';
import type { Store } from '../platform.ts';
import { pinnedConfiguration, publishWorking } from '../release/serving.ts';
import type { Settings } from '../settings.ts';
import type { RunRequest } from './plan-run.ts';

/**
 * Publishes what `config/` says as the candidate and names the release that is run: the one that was
 * asked for, else what serves. A run never lets anything serve but the first release of all.
 * @throws NotFoundError, InvalidInputError for a release that is not there
 */
export async function chooseRelease(
  request: Pick<RunRequest, 'root' | 'release'> & {
    readonly progress: Pick<RunRequest['progress'], 'note'>;
  },
  settings: Settings,
  store: Store,
): Promise<Configurations> {
  const { isLive } = await publishWorking(store, request.root, settings);
  if (!isLive && request.release === undefined) {
    request.progress.note(
      'config/ differs from the release that serves, and this run is made with what serves: ' +
        'npx strata release diff shows it, npx strata run --release candidate measures it',
    );
  }
  return pinnedConfiguration(store, request.release ?? 'live');
}
