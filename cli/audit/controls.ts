import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { profileNames } from '../../config/load-profile.ts';
import { InvalidInputError } from '../../lambda/errors.ts';
import type { ControlMap } from '../../lib/shared/checks/controls/control-map.ts';
import type { RecordEvidence } from '../../lib/shared/checks/controls/evidence.ts';
import { productVersion } from '../../lib/shared/product-version.ts';
import { PROFILES } from '../aws/environment-options.ts';
import type { CliContext } from '../main.ts';
import { printable } from '../printable.ts';
import { type AuditFlags, openAudit } from './audit-stores.ts';
import { recordEvidence } from './record-evidence.ts';

type ProfileName = keyof typeof PROFILES;
interface ControlFlags extends AuditFlags {
  readonly profile?: ProfileName;
  readonly all?: true;
  readonly live?: true;
  readonly json?: true;
  readonly html?: string;
  readonly markdown?: string;
  readonly oscal?: string;
}

/** `strata audit controls`: each control with its claims, held against what is deployed. */
export function addControls(audit: Command, context: CliContext): void {
  const names = Object.keys(PROFILES);
  audit
    .command('controls')
    .description('hold every control to templates, steps, flows, tests and records')
    .addOption(
      new Option('--profile <name>', 'of this environment (default: student)').choices(names),
    )
    .option('--all', 'of every environment')
    .option('--live', 'also hold them to the records of the last run, or of --env')
    .addOption(new Option('--env <name>', 'an environment in the AWS account').choices(names))
    .option('--tenant <name>', 'whose records; of the last run without it')
    .option('--json', 'print the whole map')
    .option('--html <file>', 'write it as a page')
    .option('--markdown <file>', 'write it as Markdown')
    .option('--oscal <folder>', 'write it in OSCAL, as a workspace of compliance-trestle')
    .action(async (flags: ControlFlags) => {
      const files = {
        html: pathOf(flags.html),
        markdown: pathOf(flags.markdown),
        oscal: pathOf(flags.oscal),
      };
      const map = await computeMap(flags, context);
      await write(map, files);
      if (flags.json === true) console.log(JSON.stringify(map, null, 2));
      else {
        const { mapLines } = await import('../../lib/shared/checks/controls/map-lines.ts');
        for (const line of mapLines(map)) console.log(printable(line));
      }
      const { isHeld } = await import('../../lib/shared/checks/controls/control-map.ts');
      if (!isHeld(map)) process.exitCode = 1;
    });
}

/** The map of the profiles that the flags name. @throws InvalidInputError for flags that contradict */
export async function computeMap(flags: ControlFlags, context: CliContext): Promise<ControlMap> {
  const names = profilesOf(flags);
  // Paths of the user's folder, before the templates are made in the checkout's.
  const records = flags.live === true ? await readEvidence(flags, context) : null;
  await context.buildPlatform();
  process.chdir(context.root);
  const { frameworks } = await import('../../config/controls/frameworks.ts');
  const { loadConfiguration } = await import('../../config/load-profile.ts');
  const { builtAssets } = await import('../../lib/shared/assets.ts');
  const { checkControls } = await import('../../lib/shared/checks/controls/check-controls.ts');
  const { profileMap } = await import('../../lib/shared/checks/controls/control-map.ts');
  const { synthesizeChecked } = await import('../../lib/shared/checks/synthesize-checked.ts');
  const assets = builtAssets('dist');
  const profiles = names.map((name) => {
    const outdir = mkdtempSync(join(tmpdir(), 'strata-controls-'));
    try {
      const { checked } = synthesizeChecked(loadConfiguration(name), assets, outdir);
      const { profile, templates } = checked;
      const evidence = { profile, templates, steps: assets.steps, root: context.root, records };
      const from = { templates: 'synthesized from this checkout', records };
      return profileMap(name, from, checkControls(evidence));
    } finally {
      rmSync(outdir, { recursive: true, force: true });
    }
  });
  const sources = frameworks.map(({ id, name, source, asOf }) => ({ id, name, source, asOf }));
  const at = new Date().toISOString();
  return { at, version: productVersion(context.root), frameworks: sources, profiles };
}

function profilesOf({ all, env, live, profile }: ControlFlags): readonly ProfileName[] {
  if (env !== undefined && live !== true) {
    throw new InvalidInputError('--env says whose records are read; add --live');
  }
  if (all === true && live === true) {
    throw new InvalidInputError('--live reads the records of one environment; leave --all out');
  }
  if (all === true) return profileNames;
  if (env !== undefined && profile !== undefined && env !== profile) {
    throw new InvalidInputError(
      `--profile must be that of --env, got ${profile} and ${env}; leave --profile out`,
    );
  }
  return [env ?? profile ?? 'student'];
}

async function readEvidence(flags: ControlFlags, context: CliContext): Promise<RecordEvidence> {
  const open = await openAudit(flags, context);
  try {
    return await recordEvidence(open, flags.env ?? 'the last run on this machine');
  } finally {
    await open.close();
  }
}

async function write(
  map: ControlMap,
  files: Readonly<Record<'html' | 'markdown' | 'oscal', string | null>>,
): Promise<void> {
  if (files.html !== null) {
    const { mapPage } = await import('../../lib/shared/checks/controls/map-page.ts');
    writeFileSync(files.html, mapPage(map));
  }
  if (files.markdown !== null) {
    const { mapMarkdown } = await import('../../lib/shared/checks/controls/map-markdown.ts');
    writeFileSync(files.markdown, mapMarkdown(map));
  }
  if (files.oscal !== null) {
    const { frameworks } = await import('../../config/controls/frameworks.ts');
    const { oscalWorkspace } = await import('../../lib/shared/checks/controls/oscal-workspace.ts');
    for (const { path, document } of oscalWorkspace(map, frameworks)) {
      const file = join(files.oscal, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, `${JSON.stringify(document, null, 2)}\n`);
    }
  }
}

function pathOf(file: string | undefined): string | null {
  return file === undefined ? null : resolve(file);
}
