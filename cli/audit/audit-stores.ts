import { resolve } from 'node:path';
import type { AuditStores } from '../../lambda/domain/governance/verify/verify-audit.ts';
import { InvalidInputError } from '../../lambda/errors.ts';
import type { RecordKind, Records } from '../../lambda/store-ports.ts';
import { AUDITED_KINDS } from '../../local/audit/check-audit.ts';
import type { SealedLog } from '../../lambda/domain/governance/seal-records.ts';
import { PROFILES } from '../aws/environment-options.ts';
import type { CliContext } from '../main.ts';

/** Which log: that of the last run, or of an environment in the account. */
export interface AuditFlags {
  readonly env?: keyof typeof PROFILES;
  readonly tenant?: string;
}
export interface OpenAudit {
  readonly tenant: string;
  readonly stores: AuditStores<RecordKind> & {
    readonly records: Records;
    readonly sealed: SealedLog;
  };
  close(): Promise<void>;
}

/**
 * Opens log and store. In the account it reads with the caller's own credentials: those of a reader
 * that the profile names (`audit.readers`).
 * @throws InvalidInputError where an environment is named without a tenant
 */
export async function openAudit(flags: AuditFlags, context: CliContext): Promise<OpenAudit> {
  return flags.env === undefined
    ? openLocal(flags.tenant, context)
    : openDeployed(flags.env, flags.tenant);
}

async function openLocal(tenant: string | undefined, context: CliContext): Promise<OpenAudit> {
  const { openLatestRun } = await import('../../local/latest-run.ts');
  const run = await openLatestRun({
    program: context,
    stateDirectory: resolve('.strata'),
    reader: { kind: 'extractive' },
  });
  const { records, sealed } = run.ports;
  // What was written is sealed a moment later: wait for it.
  await run.settled();
  return {
    tenant: tenant ?? run.tenant,
    stores: { records, sealed, kinds: AUDITED_KINDS },
    close: () => run.close(),
  };
}

async function openDeployed(
  env: keyof typeof PROFILES,
  tenant: string | undefined,
): Promise<OpenAudit> {
  if (tenant === undefined) {
    throw new InvalidInputError('a tenant must be named with --env; add --tenant NAME');
  }
  const client = { region: PROFILES[env].region };
  const { deployedResources } = await import(
    '../../lambda/adapters/operator/deployed-resources.ts'
  );
  const { dynamoRecords } = await import('../../lambda/adapters/records.ts');
  const { s3SealedLog } = await import('../../lambda/adapters/sealed-log.ts');
  const deployed = deployedResources(client);
  const nameOf = (arn: string) => arn.slice(arn.lastIndexOf(':') + 1).replace(/^table\//, '');
  const recordsTable = nameOf(await deployed.find(env, 'records'));
  const auditBucket = nameOf(await deployed.find(env, 'audit'));
  const records = dynamoRecords({ recordsTable, client });
  const sealed = s3SealedLog({ auditBucket, client });
  return {
    tenant,
    stores: { records, sealed, kinds: AUDITED_KINDS },
    close: async () => undefined,
  };
}
