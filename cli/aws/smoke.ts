import type { Command } from 'commander';
import { NotFoundError } from '../../lambda/errors.ts';
import { SMOKE_TENANT } from '../../lib/shared/delivery-roles.ts';
import { parseCount } from '../options.ts';
import { environmentOption, PROFILES, type ProfileFlag } from './environment-options.ts';
import type { Stage } from './smoke-product.ts';

interface SmokeFlags extends ProfileFlag {
  readonly json?: true;
  readonly timeout: number;
  readonly apiUrl?: string;
  /** Minutes. */
  readonly watch: number;
}

/** What an operator cannot delete from outside; the next smoke writes it again, not beside it. */
const KEPT = [
  'the audit log of what was done',
  'the chunks of one document in the index, and its row in the feature group',
];

/** `strata smoke`: proves that a deployed environment works, and cleans up after itself. */
export function addSmoke(program: Command): void {
  program
    .command('smoke')
    .description('drive the deployed product through one document and one question')
    .addOption(environmentOption())
    .option('--json', 'print the stages as JSON')
    .option('--timeout <seconds>', 'longest wait for each stage', parseCount(10, 3_600), 300)
    .option('--api-url <url>', 'where the API is (default: the output ApiUrl of the stack)')
    .option('--watch <minutes>', 'watch its alarms for so long afterwards', parseCount(0, 60), 0)
    .action(async (flags: SmokeFlags) => {
      const stages: Stage[] = [];
      for await (const stage of smoke(flags)) {
        stages.push(stage);
        if (!flags.json) printStage(stage);
      }
      const works = stages.every((stage) => stage.works);
      if (flags.json) console.log(JSON.stringify({ env: flags.env, works, stages, kept: KEPT }));
      else printEnd(flags.env, works);
      if (!works) process.exitCode = 1;
    });
}

/** Stages as they end, the clean-up last. */
export async function* smoke(flags: Omit<SmokeFlags, 'json'>): AsyncGenerator<Stage> {
  const { region, sides } = PROFILES[flags.env];
  const client = { region };
  const { deployedStacks } = await import('../../lambda/adapters/account/stacks.ts');
  const { productApi } = await import('../../lambda/adapters/operator/product-api.ts');
  const { productUsers } = await import('../../lambda/adapters/operator/product-users.ts');
  const { smokeProduct } = await import('./smoke-product.ts');
  const stacks = deployedStacks(client);
  const data = await outputsOf(stacks, flags.env, 'data');
  const application = await outputsOf(stacks, flags.env, 'application');
  const store = {
    recordsTable: data('RecordsTableName'),
    documentsBucket: data('DocumentsBucketName'),
    client,
  };
  const apiUrl = flags.apiUrl ?? application('ApiUrl');
  const userPoolId = application('UserPoolId');
  const users = productUsers({ userPoolId, client });
  const email = `smoke-${Date.now()}@strata.invalid`;
  try {
    // What an interrupted smoke left would not be done again.
    await removed(store);
    yield* smokeProduct({
      call: productApi(apiUrl),
      signIn: () => users.signUp({ email, tenant: SMOKE_TENANT, groups: ['reviewer'] }),
      sides,
      longestMs: flags.timeout * 1_000,
    });
  } finally {
    yield await cleanUp(() => users.close(), store);
  }
  if (flags.watch === 0) return;
  const { raisedAlarms } = await import('../../lambda/adapters/account/alarms.ts');
  const { watchAlarms } = await import('./watch-alarms.ts');
  const raised = raisedAlarms(client);
  yield await watchAlarms(() => raised(flags.env), flags.watch * 60_000);
}

type Store = Parameters<typeof removed>[0];
async function removed(store: {
  readonly recordsTable: string;
  readonly documentsBucket: string;
  readonly client: { readonly region: string };
}): Promise<number> {
  const { emptyBucket } = await import('../../lambda/adapters/empty-bucket.ts');
  const { removeTenantRecords } = await import('../../lambda/adapters/operator/tenant-records.ts');
  await emptyBucket(store.documentsBucket, store.client, `${SMOKE_TENANT}/`);
  return removeTenantRecords(SMOKE_TENANT, store);
}

async function cleanUp(closeUsers: () => Promise<void>, store: Store): Promise<Stage> {
  const stage = 'person, document and questions are removed';
  const started = Date.now();
  const took = () => Date.now() - started;
  try {
    await closeUsers();
    const seen = `${await removed(store)} records`;
    return { stage, works: true, durationMs: took(), seen };
  } catch (error) {
    const seen = error instanceof Error ? error.message : String(error);
    return { stage, works: false, durationMs: took(), seen };
  }
}

type Stacks = ReturnType<
  typeof import('../../lambda/adapters/account/stacks.ts')['deployedStacks']
>;
/** What a deployed stack says of itself, by output. */
async function outputsOf(
  stacks: Stacks,
  env: string,
  layer: string,
): Promise<(output: string) => string> {
  const name = `strata-${env}-${layer}`;
  const outputs = await stacks.outputs(name);
  return (output) => {
    const value = outputs?.[output];
    if (value !== undefined) return value;
    throw new NotFoundError(
      `the stack ${name} must have the output ${output}; deploy it: npx cdk deploy '${env}/*' -c env=${env}`,
    );
  };
}

export function printStage({ stage, works, durationMs, seen }: Stage): void {
  const seconds = `${(durationMs / 1_000).toFixed(1)} s`;
  console.log(`${works ? 'ok   ' : 'FAIL '} ${seconds.padStart(8)}  ${stage}: ${seen}`);
}

export function printEnd(env: string, works: boolean): void {
  console.log(works ? `\n${env} works.` : `\n${env} does not work as it should.`);
  console.log(`What stays of tenant ${SMOKE_TENANT}: ${KEPT.join('; ')}.`);
}
