import { ragSchema } from '../../config/schema.ts';
import { publishRelease } from '../../lambda/domain/governance/release/publish-release.ts';
import { releaseId } from '../../lambda/domain/governance/release/release-bundle.ts';
import { pointersOf, findRelease } from '../../lambda/domain/governance/release/release-state.ts';
import {
  configurationOf,
  servedConfiguration,
} from '../../lambda/domain/governance/release/served-configuration.ts';
import type { Configurations, Releases } from '../../lambda/release-ports.ts';
import type { Settings } from '../settings.ts';
import { workingBundle } from './working-bundle.ts';

/** Milliseconds: a read of SQLite takes less than one, and a roll-back is to act at once. */
const CACHE_MS = 1_000;
const readRag = (rag: unknown) => ragSchema().parse(rag);

interface ReleaseStore {
  readonly ports: { readonly releases: Releases; now(): number };
}

/** What `config/` says now, released or not: for measuring what is being worked on. */
export function workingConfiguration(root: string, settings: Settings): Configurations {
  const bundle = workingBundle(root, settings);
  const working = configurationOf(releaseId(bundle), bundle, readRag);
  return { current: async () => working };
}

/** What the live pointer names, read again while the process runs. */
export function liveConfiguration({ ports }: ReleaseStore): Configurations {
  const { releases } = ports;
  return servedConfiguration({ releases, readRag, now: () => ports.now(), cacheMs: CACHE_MS });
}

/** One release, whatever happens to the pointers meanwhile: for a run. */
export async function pinnedConfiguration(
  { ports }: ReleaseStore,
  named: string,
): Promise<Configurations> {
  const { releases } = ports;
  const release = findRelease(await releases.history('llmops'), 'llmops', named);
  const pinned = configurationOf(release, await releases.read('llmops', release), readRag);
  return { current: async () => pinned };
}

/**
 * Makes what `config/` says the candidate; it serves only where nothing was released before.
 * @returns whether something else serves
 */
export async function publishWorking(
  { ports }: ReleaseStore,
  root: string,
  settings: Settings,
): Promise<{ readonly isLive: boolean }> {
  const { id } = await publishRelease(ports, {
    bundle: workingBundle(root, settings),
    by: { name: 'strata run', roles: [] },
    why: 'what config/ says',
  });
  return { isLive: pointersOf(await ports.releases.history('llmops')).live === id };
}
