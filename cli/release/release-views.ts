import type { Command } from 'commander';
import { describeReleases } from '../../lambda/domain/governance/release/describe-releases.ts';
import { diffReleases } from '../../lambda/domain/governance/release/release-diff.ts';
import { findRelease } from '../../lambda/domain/governance/release/release-state.ts';
import type { CliContext } from '../main.ts';
import { type ReleaseFlags, viewing, withReleases } from './release-command.ts';
import { changesPage, historyPage, listPage, releasePage } from './release-pages.ts';

/** `strata release list`, `show`, `history`, `diff`. */
export function addReleaseViews(release: Command, context: CliContext): void {
  viewing(release.command('list'), 'what serves, and how far each release has come').action(
    async ({ side, json }: ReleaseFlags) =>
      withReleases(context, async ({ ports }) => {
        const described = describeReleases(side, await ports.releases.history(side));
        console.log(json === true ? JSON.stringify(described, null, 2) : listPage(described));
      }),
  );
  viewing(release.command('show'), 'one release, and what was done with it')
    .argument('[release]', 'a stage, or the beginning of an id', 'live')
    .action(async (named: string, { side, json }: ReleaseFlags) =>
      withReleases(context, async ({ ports }) => {
        const history = await ports.releases.history(side);
        const id = findRelease(history, side, named);
        const bundle = await ports.releases.read(side, id);
        const events = history.filter((event) => event.release === id);
        const shown = { release: id, bundle, events };
        console.log(json === true ? JSON.stringify(shown, null, 2) : releasePage(shown));
      }),
    );
  viewing(release.command('history'), 'every act, the newest first').action(
    async ({ side, json }: ReleaseFlags) =>
      withReleases(context, async ({ ports }) => {
        const history = await ports.releases.history(side);
        console.log(json === true ? JSON.stringify(history, null, 2) : historyPage(history));
      }),
  );
  viewing(release.command('diff'), 'what differs from one release to another')
    .argument('[from]', 'a stage, or the beginning of an id', 'live')
    .argument('[to]', 'the same', 'candidate')
    .action(async (from: string, to: string, { side, json }: ReleaseFlags) =>
      withReleases(context, async ({ ports }) => {
        const history = await ports.releases.history(side);
        const read = (named: string) =>
          ports.releases.read(side, findRelease(history, side, named));
        const changes = diffReleases(await read(from), await read(to));
        console.log(json === true ? JSON.stringify(changes, null, 2) : changesPage(changes));
      }),
    );
}
