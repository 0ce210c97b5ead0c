import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { type Route, rolesOf, scopeOf } from '../../lambda/access.ts';
import { evaluateRelease } from '../../lambda/domain/compare/evaluate-release.ts';
import { publishRelease } from '../../lambda/domain/governance/release/publish-release.ts';
import type { ReleaseAct } from '../../lambda/domain/governance/release/act-on-release.ts';
import {
  approveRelease,
  promoteRelease,
  proposeRelease,
  rejectRelease,
  rollBackRelease,
} from '../../lambda/domain/governance/release/release-approval.ts';
import type { ReleaseEvent } from '../../lambda/domain/governance/release/release-event.ts';
import { findRelease, servedBefore } from '../../lambda/domain/governance/release/release-state.ts';
import { NotFoundError, RefusedError } from '../../lambda/errors.ts';
import type { OpenReleases } from '../../local/release/open-releases.ts';
import type { Caller } from '../../local/server.ts';
import type { CliContext } from '../main.ts';
import { parseCaller } from '../options.ts';
import { type ReleaseFlags, viewing, withReleases } from './release-command.ts';
import { addReleaseViews } from './release-views.ts';
import { eventPage } from './release-pages.ts';

interface ActFlags extends ReleaseFlags {
  readonly as: Caller;
  readonly why: string;
}

/** `strata release …`: what serves, and the way of what is to serve. */
export function addRelease(program: Command, context: CliContext): void {
  const release = program
    .command('release')
    .description('what serves, and how a prompt, a setting or a model comes to serve');
  addReleaseViews(release, context);
  addPublish(release, context);
  addPropose(release, context);
  addDecisions(release, context);
  acting(release.command('promote'), 'let a release serve; gates and approvals are asked')
    .argument('[release]', 'a stage, or the beginning of an id', 'candidate')
    .addOption(new Option('--to <stage>', 'where to').choices(['staging', 'live']).default('live'))
    .action(async (named: string, flags: ActFlags & { readonly to: 'staging' | 'live' }) =>
      perform(context, flags, 'promotion', named, ({ ports }, act) =>
        promoteRelease(ports)({ ...act, to: flags.to }),
      ),
    );
  acting(release.command('rollback'), 'let a release serve again that served before, at once')
    .argument('[release]', 'the beginning of an id; what served before the one of now without it')
    .action(async (named: string | undefined, flags: ActFlags) =>
      perform(context, flags, 'rollback', named ?? null, ({ ports }, act) =>
        rollBackRelease(ports)(act),
      ),
    );
}

function addPublish(release: Command, context: CliContext): void {
  acting(release.command('publish'), 'keep what config/ says now as the candidate').action(
    async (flags: ActFlags) => {
      const by = permitted(flags, 'proposal');
      await withReleases(context, async ({ ports, settings }) => {
        const { workingBundle } = await import('../../local/release/working-bundle.ts');
        const bundle = workingBundle(context.root, settings);
        const { id, event } = await publishRelease(ports, { bundle, by, why: flags.why });
        if (event !== null) return print(event, flags);
        console.log(flags.json ? 'null' : `${id} is the candidate already.`);
      });
    },
  );
}

function addPropose(release: Command, context: CliContext): void {
  acting(release.command('propose'), 'propose a release, with what a run measured of it')
    .argument('[release]', 'a stage, or the beginning of an id', 'candidate')
    .option('--report <file>', "a run's report.json; that of the last run without it")
    .action(async (named: string, flags: ActFlags & { readonly report?: string }) =>
      perform(context, flags, 'proposal', named, async ({ ports }, act) => {
        const { latestReport, readReport } = await import('../../local/release/latest-report.ts');
        const report =
          flags.report === undefined
            ? await latestReport(resolve('.strata'))
            : await readReport(resolve(flags.report));
        const bundle = await ports.releases.read(act.side, act.release);
        const evaluation =
          report === null ? null : evaluateRelease(report, { id: act.release, bundle });
        return proposeRelease(ports)({ ...act, evaluation });
      }),
    );
}

function addDecisions(release: Command, context: CliContext): void {
  const decisions = [
    {
      name: 'approve',
      route: 'approval',
      says: 'approve what another proposed',
      decide: approveRelease,
    },
    { name: 'reject', route: 'rejection', says: 'end a proposal', decide: rejectRelease },
  ] as const;
  for (const { name, route, says, decide } of decisions) {
    acting(release.command(name), says)
      .argument('[release]', 'a stage, or the beginning of an id', 'candidate')
      .action(async (named: string, flags: ActFlags) =>
        perform(context, flags, route, named, ({ ports }, act) => decide(ports)(act)),
      );
  }
}

function acting(command: Command, says: string): Command {
  return viewing(command, says)
    .requiredOption('--as <name:role>', 'who you are, for the log', parseCaller)
    .requiredOption('--why <text>', 'why, for the log');
}

type Act = 'proposal' | 'approval' | 'rejection' | 'promotion' | 'rollback';

/** @param named null: what served before the release of now */
async function perform(
  context: CliContext,
  flags: ActFlags,
  route: Act,
  named: string | null,
  work: (open: OpenReleases, act: ReleaseAct) => Promise<ReleaseEvent>,
): Promise<void> {
  const by = permitted(flags, route);
  const { side, why } = flags;
  await withReleases(context, async (open) => {
    const history = await open.ports.releases.history(side);
    const release = named === null ? servedBefore(history) : findRelease(history, side, named);
    if (release === null)
      throw new NotFoundError(`nothing of ${side} served before; name a release`);
    print(await work(open, { side, release, by, why }), flags);
  });
}

/** The caller, held to the same table as the API. @throws RefusedError */
function permitted({ as }: ActFlags, act: Act): Caller {
  const route: Route = `POST /releases/:side/:release/${act}`;
  if (scopeOf(route, as.roles) !== null) return as;
  throw new RefusedError(
    `${act} is for ${rolesOf(route).join(', ')}; ${as.name} has ${as.roles.join(', ')}`,
  );
}

function print(event: ReleaseEvent, { json }: ReleaseFlags): void {
  console.log(json === true ? JSON.stringify(event, null, 2) : eventPage(event));
}
