import { readRecords, verifyAudit } from '../../lambda/domain/governance/verify/verify-audit.ts';
import type { RecordEvidence } from '../../lib/shared/checks/controls/evidence.ts';
import type { OpenAudit } from './audit-stores.ts';

/** What controls are held against: the records of a tenant, and whether its log verifies. */
export async function recordEvidence(
  { stores, tenant }: Pick<OpenAudit, 'stores' | 'tenant'>,
  place: string,
): Promise<RecordEvidence> {
  const { entries, findings } = await verifyAudit(stores)(tenant, null);
  const values: Partial<Record<string, unknown[]>> = {};
  for (const { kind, value } of await readRecords(stores, tenant)) {
    (values[kind] ??= []).push(value);
  }
  return {
    from: `tenant ${tenant} of ${place}`,
    entries,
    wrong: findings.map(({ what, where, detail }) => `${where}: ${what}: ${detail}`),
    values,
  };
}
