import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import type { Diagnosis } from '../../lib/doctor/diagnose.ts';
import type { CliContext } from '../main.ts';
import { environmentOption, type ProfileFlag } from './environment-options.ts';
import { deploymentTimes, measuredReport } from './measured-before.ts';
import { type DoctorReport, printDiagnosis } from './print-diagnosis.ts';

interface DoctorFlags extends ProfileFlag {
  readonly json?: true;
  readonly report: string;
  readonly callModels?: true;
  readonly alarmEmail?: string;
}

/** Where `strata run` writes it. */
export const REPORT = 'out/report.json';

/** `strata doctor`: looks at the account that an environment would be deployed to. It changes nothing. */
export function addDoctor(program: Command, context: CliContext): void {
  program
    .command('doctor')
    .description('look at the AWS account before a deployment: what is missing, what it will cost')
    .addOption(environmentOption())
    .option('--json', 'print the findings as JSON')
    .option('--call-models', 'also call each model with one word: the proof that it answers')
    .option('--alarm-email <address>', 'who would be told of alarms (default: alarms.email)')
    .option('--report <file>', 'of a run on this machine: what it measured is priced', REPORT)
    .action(async ({ json, ...flags }: DoctorFlags) => {
      const report = await examine(flags, context);
      if (json) console.log(JSON.stringify(report, null, 2));
      else printDiagnosis(report);
      if (hasErrors(report)) process.exitCode = 1;
    });
}

export function hasErrors({ findings }: Pick<Diagnosis, 'findings'>): boolean {
  return findings.some(({ level }) => level === 'error');
}

/** Synthesizes the environment as it would be deployed, and holds it against the account. */
export async function examine(
  { alarmEmail, callModels, env, report }: Omit<DoctorFlags, 'json'>,
  context: CliContext,
): Promise<DoctorReport> {
  const measured = measuredReport(report);
  await context.buildPlatform();
  process.chdir(context.root);
  const { loadConfiguration } = await import('../../config/load-profile.ts');
  const { builtAssets } = await import('../../lib/shared/assets.ts');
  const { synthesizeChecked } = await import('../../lib/shared/checks/synthesize-checked.ts');
  const { bootstrapNeed } = await import('../../lib/doctor/bootstrap-need.ts');
  const { diagnose } = await import('../../lib/doctor/diagnose.ts');
  const { expectedCost } = await import('../../lib/doctor/expected-cost.ts');
  const { slowResources } = await import('../../lib/doctor/slow-resources.ts');
  const { awsAccount } = await import('../../lambda/adapters/account/aws-account.ts');
  const outdir = mkdtempSync(join(tmpdir(), 'strata-doctor-'));
  try {
    const configuration = loadConfiguration(env, '.', { alarmEmail });
    const { region } = configuration.profile;
    const { checked } = synthesizeChecked(configuration, builtAssets('dist'), outdir);
    const bootstrap = bootstrapNeed(checked.platform);
    const account = awsAccount({ region });
    const diagnosis = await diagnose({
      configuration,
      checked,
      bootstrap,
      account,
      callModels: callModels === true,
    });
    return {
      env,
      region,
      ...diagnosis,
      deployment: {
        minutes: deploymentTimes(context.root)[env]?.minutes ?? null,
        slow: slowResources(checked),
      },
      cost: expectedCost({ checked, configuration }, measured),
    };
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}
