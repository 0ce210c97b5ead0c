import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { SIDES, type Side } from '../../lambda/domain/document/document.ts';
import type { OpenReleases } from '../../local/release/open-releases.ts';
import type { CliContext } from '../main.ts';

export interface ReleaseFlags {
  readonly side: Side;
  readonly json?: boolean;
}
/** Options of every command of releases. */
export function viewing(command: Command, says: string): Command {
  return command
    .description(says)
    .addOption(new Option('--side <side>', 'of which side').choices(SIDES).default('llmops'))
    .option('--json', 'print JSON');
}

/** The registry of this machine, sealed and closed afterwards. */
export async function withReleases(
  context: CliContext,
  work: (open: OpenReleases) => Promise<void>,
): Promise<void> {
  const { openReleases } = await import('../../local/release/open-releases.ts');
  const open = await openReleases(context, resolve('.strata'));
  try {
    await work(open);
  } finally {
    await open.close();
  }
}
