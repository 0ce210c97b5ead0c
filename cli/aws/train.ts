import type { Command } from 'commander';
import { environmentOption, PROFILES, type ProfileFlag } from './environment-options.ts';
import { parseCount } from '../options.ts';

interface TrainFlags extends ProfileFlag {
  readonly tenant: string;
  readonly seed: number;
}

/**
 * `strata train`: starts the training pipeline of an environment on all that people said of a tenant's
 * documents. It runs with the caller's own credentials, so that the two-person rule knows who trained.
 */
export function addTrain(program: Command): void {
  program
    .command('train')
    .description('start the training pipeline in the AWS account, on what people labelled')
    .addOption(environmentOption())
    .requiredOption('--tenant <name>', 'whose labels')
    .option('--seed <n>', 'of folds and samples', parseCount(0, 1_000_000), 1)
    .action(async ({ env, tenant, seed }: TrainFlags) => {
      const client = { region: PROFILES[env].region };
      const { deployedResources } = await import(
        '../../lambda/adapters/operator/deployed-resources.ts'
      );
      const { trainingPipeline } = await import(
        '../../lambda/adapters/operator/training-pipeline.ts'
      );
      const { dynamoRecords } = await import('../../lambda/adapters/records.ts');
      const { s3Artefacts } = await import('../../lambda/adapters/artefacts.ts');
      const { collectLabels, describe } = await import(
        '../../lambda/domain/mlops/collect-labels.ts'
      );
      const deployed = deployedResources(client);
      const nameOf = (arn: string) => arn.slice(arn.lastIndexOf(':') + 1).replace(/^table\//, '');
      const records = dynamoRecords({
        recordsTable: nameOf(await deployed.find(env, 'records')),
        client,
      });
      const artefacts = s3Artefacts({
        artefactsBucket: nameOf(await deployed.find(env, 'artefacts')),
        client,
      });
      const pipelineArn = await deployed.find(env, 'training');
      const { path, hash, counts, leftOut } = await collectLabels({ records, artefacts })(tenant);
      console.log(`Labels: ${describe(counts)}`);
      if (Object.keys(leftOut).length > 0) console.log(`Too few, left out: ${describe(leftOut)}`);
      const pipeline = trainingPipeline({ pipelineArn, client });
      const execution = await pipeline.start({
        tenant,
        labelsPath: path,
        labelsHash: hash,
        seed,
      });
      console.log(`Started: ${execution}`);
      console.log(
        'It registers a package when it passes the gates; approve that in the SageMaker model ' +
          'registry, and it serves within minutes (docs/operator.md).',
      );
    });
}
