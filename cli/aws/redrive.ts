import type { Command } from 'commander';
import { environmentOption, PROFILES, type ProfileFlag } from './environment-options.ts';

interface RedriveFlags extends ProfileFlag {
  readonly tenant: string;
  readonly dryRun?: true;
}

/** `strata redrive`: starts the flow of every document of a tenant that lacks a result. */
export function addRedrive(program: Command): void {
  program
    .command('redrive')
    .description('run again what failed on documents in the AWS account; what is there stays')
    .addOption(environmentOption())
    .requiredOption('--tenant <name>', 'whose documents')
    .option('--dry-run', 'list them and start nothing')
    .action(async ({ env, tenant, dryRun }: RedriveFlags) => {
      const { region } = PROFILES[env];
      const client = { region };
      const { deployedResources } = await import(
        '../../lambda/adapters/operator/deployed-resources.ts'
      );
      const { dynamoRecords } = await import('../../lambda/adapters/records.ts');
      const { queuedDocumentFlow } = await import('../../lambda/adapters/intake/document-queue.ts');
      const { redrive } = await import('../../lambda/domain/document/intake/redrive.ts');
      const deployed = deployedResources(client);
      const table = await deployed.find(env, 'records');
      const documentQueueArn = await deployed.find(env, 'document-queue');
      const records = dynamoRecords({
        recordsTable: table.slice(table.lastIndexOf('/') + 1),
        client,
      });
      const flows = queuedDocumentFlow({ documentQueueArn, credentials: deployed.credentials });
      let count = 0;
      const started = redrive({ records, flows })(tenant, { dryRun: dryRun === true });
      for await (const { documentId, name, cause } of started) {
        count += 1;
        console.log(`${documentId}  ${name}  ${cause}`);
      }
      console.log(`${count} documents ${dryRun ? 'lack a result' : 'started again'}`);
    });
}
