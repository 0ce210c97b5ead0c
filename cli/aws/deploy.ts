import type { Command } from 'commander';
import { StrataError } from '../../lambda/errors.ts';
import type { CliContext } from '../main.ts';
import { parseCount } from '../options.ts';
import { runCdk } from './cdk.ts';
import { examine, hasErrors, REPORT } from './doctor.ts';
import { environmentOption, type ProfileFlag } from './environment-options.ts';
import { keepDeploymentTime } from './measured-before.ts';
import { printDiagnosis } from './print-diagnosis.ts';
import { printEnd, printStage, smoke } from './smoke.ts';

class DeployError extends StrataError {
  override readonly name = 'DeployError';
}

interface DeployFlags extends ProfileFlag {
  readonly yes?: true;
  readonly alarmEmail?: string;
  readonly timeout: number;
  readonly apiUrl?: string;
  readonly watch: number;
}

/** `strata deploy`: `doctor`, `cdk deploy` and `smoke`, each only after the one before. */
export function addDeploy(program: Command, context: CliContext): void {
  program
    .command('deploy')
    .description('look at the AWS account, deploy an environment, and prove that it works')
    .addOption(environmentOption())
    .option('--yes', 'do not ask before rights are widened')
    .option('--alarm-email <address>', 'who is told of alarms')
    .option(
      '--timeout <seconds>',
      'longest wait for each stage of smoke',
      parseCount(10, 3_600),
      300,
    )
    .option('--watch <minutes>', 'watch its alarms for so long afterwards', parseCount(0, 60), 0)
    .option('--api-url <url>', 'where smoke finds the API (default: the output ApiUrl)')
    .action(async (flags: DeployFlags) => {
      const { env, yes, alarmEmail } = flags;
      const report = await examine({ env, alarmEmail, report: REPORT }, context);
      printDiagnosis(report);
      if (hasErrors(report)) {
        throw new DeployError(
          'what doctor calls an error must be mended first; nothing was deployed',
        );
      }
      const started = Date.now();
      const given = alarmEmail === undefined ? [] : ['-c', `alarmEmail=${alarmEmail}`];
      const approval = yes ? ['--require-approval', 'never'] : [];
      await runCdk(context.root, ['deploy', `${env}/*`, '-c', `env=${env}`, ...given, ...approval]);
      const minutes = Math.ceil((Date.now() - started) / 60_000);
      keepDeploymentTime(context.root, env, minutes);
      console.log(`\nDeployed in ${minutes} minutes.\n`);
      let works = true;
      for await (const stage of smoke(flags)) {
        printStage(stage);
        works &&= stage.works;
      }
      printEnd(env, works);
      if (!works) process.exitCode = 1;
    });
}
