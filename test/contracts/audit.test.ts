import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recordAudit } from '../../lambda/domain/governance/record-audit.ts';
import { type SealedBatch, sealRecords } from '../../lambda/domain/governance/seal-records.ts';
import { sqliteRecords } from '../../local/adapters/records.ts';
import { describeAuditContract } from './audit.ts';

const now = () => Date.UTC(2026, 0, 15);

/** Entries are records; the stream brings them to the sealed log. */
describeAuditContract('recordAudit with seal-records', () => {
  const directory = mkdtempSync(join(tmpdir(), 'strata-audit-'));
  const records = sqliteRecords({ directory });
  return {
    audit: recordAudit({ records }),
    async read(tenant) {
      const batches: SealedBatch[] = [];
      const sealed = {
        last: async () => batches.at(-1) ?? null,
        append: async (_: string, batch: SealedBatch) => batches.push(batch) > 0,
      };
      const { items } = await records.list({ tenant, kind: 'audit', limit: 100 });
      for (const { id, value } of items) {
        const at = new Date(now()).toISOString();
        const change = { tenant, kind: 'audit', recordId: id, changeId: id, at, value };
        await sealRecords.onPorts({ sealed })([change]);
      }
      return batches.flatMap(({ entries }) => entries);
    },
    close() {
      records.close();
      rmSync(directory, { recursive: true });
    },
  };
});
