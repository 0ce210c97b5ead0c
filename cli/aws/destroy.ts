import type { Command } from 'commander';
import { runCdk } from './cdk.ts';
import { environmentOption, PROFILES } from './environment-options.ts';
import type { CliContext } from '../main.ts';

/**
 * `strata destroy`: removes what no stack owns (packages of the model registry, models and endpoint
 * configurations of the run time, log groups that services made), runs `cdk destroy`, and lists what is left by tag. Safe to run again.
 */
export function addDestroy(program: Command, context: CliContext): void {
  program
    .command('destroy')
    .description('remove an environment from the AWS account and list what is left')
    .addOption(environmentOption())
    .option('--yes', 'do not ask before the stacks are destroyed')
    .action(async (flags: { env: keyof typeof PROFILES; yes?: boolean }) => {
      const { region } = PROFILES[flags.env];
      const { awsLeftOvers } = await import('../../lambda/adapters/operator/left-overs.ts');
      const leftOvers = awsLeftOvers({ region });
      const prefix = `strata-${flags.env}-`;
      const packages = await leftOvers.removeModelPackages(`${prefix}classifier`);
      console.log(`${packages.length} model packages removed`);
      const force = flags.yes === true ? ['--force'] : [];
      const which = [`${flags.env}/*`, '-c', `env=${flags.env}`];
      await runCdk(context.root, ['destroy', ...which, ...force]);
      // After the stacks: an endpoint needs its configuration as long as it is there.
      const served = await leftOvers.removeServing(`${prefix}classifier-`);
      console.log(`${served.length} models and endpoint configurations of the run time removed`);
      const groups = [`/aws/lambda/${prefix}`, `/aws/sagemaker/FeatureGroup/${prefix}`];
      for (const group of groups) {
        const removed = await leftOvers.removeLogGroups(group);
        console.log(`${removed.length} log groups removed below ${group}`);
      }
      const left = await leftOvers.list({ key: 'strata:env', value: flags.env });
      console.log(left.length === 0 ? 'Nothing is left.' : `Left (docs/operator.md says why):`);
      for (const arn of left) console.log(`  ${arn}`);
    });
}
