import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import type { Diagnosis } from '../../lib/doctor/diagnose.ts';
import type { ExpectedCost } from '../../lib/doctor/expected-cost.ts';
import type { Finding, Level } from '../../lib/doctor/finding.ts';
import type { CliContext } from '../main.ts';
import { environmentOption, type ProfileFlag } from './environment-options.ts';

interface DoctorFlags extends ProfileFlag {
  readonly json?: true;
}
type Report = Diagnosis & {
  readonly env: string;
  readonly region: string;
  readonly cost: ExpectedCost;
};

/** `strata doctor`: looks at the account that an environment would be deployed to. It changes nothing. */
export function addDoctor(program: Command, context: CliContext): void {
  program
    .command('doctor')
    .description('look at the AWS account before a deployment: what is missing, what it will cost')
    .addOption(environmentOption())
    .option('--json', 'print the findings as JSON')
    .action(async ({ env, json }: DoctorFlags) => {
      const report = await examine(env, context);
      if (json) console.log(JSON.stringify(report, null, 2));
      else printReport(report);
      if (hasErrors(report)) process.exitCode = 1;
    });
}

export function hasErrors({ findings }: Pick<Diagnosis, 'findings'>): boolean {
  return findings.some(({ level }) => level === 'error');
}

/** Synthesizes the environment as it would be deployed, and holds it against the account. */
export async function examine(env: ProfileFlag['env'], context: CliContext): Promise<Report> {
  await context.buildPlatform();
  process.chdir(context.root);
  const { loadConfiguration } = await import('../../config/load-profile.ts');
  const { builtAssets } = await import('../../lib/shared/assets.ts');
  const { synthesizeChecked } = await import('../../lib/shared/checks/synthesize-checked.ts');
  const { bootstrapNeed } = await import('../../lib/doctor/bootstrap-need.ts');
  const { diagnose } = await import('../../lib/doctor/diagnose.ts');
  const { expectedCost } = await import('../../lib/doctor/expected-cost.ts');
  const { awsAccount } = await import('../../lambda/adapters/account/aws-account.ts');
  const outdir = mkdtempSync(join(tmpdir(), 'strata-doctor-'));
  try {
    const configuration = loadConfiguration(env);
    const { region } = configuration.profile;
    const { checked } = synthesizeChecked(configuration, builtAssets('dist'), outdir);
    const diagnosis = await diagnose({
      configuration,
      checked,
      bootstrap: bootstrapNeed(checked.platform),
      account: awsAccount({ region }),
    });
    return { env, region, ...diagnosis, cost: expectedCost(checked) };
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

const SIGNS: Readonly<Record<Level, string>> = {
  ok: 'ok     ',
  note: 'note   ',
  unknown: '?      ',
  warning: 'warning',
  error: 'ERROR  ',
};

export function printReport({ env, account, region, findings, cost }: Report): void {
  console.log(`Strata ${env} in ${account ?? 'no account'}, ${region}\n`);
  for (const finding of findings) printFinding(finding);
  console.log(`\nIdle: ${cost.idleUsdPerMonth.toFixed(2)} US dollars a month`);
  for (const { what, count, unit, usdPerMonth } of cost.idle) {
    const usd = usdPerMonth === null ? 'unknown' : usdPerMonth.toFixed(2);
    console.log(`  ${usd.padStart(9)}  ${what}: ${count} × ${unit}`);
  }
}

function printFinding({ check, level, what, remedy }: Finding): void {
  console.log(`${SIGNS[level]} ${check}: ${what}`);
  if (remedy !== null) console.log(`        → ${remedy}`);
}
