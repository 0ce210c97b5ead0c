import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recordLimits } from '../../lambda/domain/governance/record-limits.ts';
import { sqliteRecords } from '../../local/adapters/records.ts';
import { CONTRACT_QUOTAS, describeLimitsContract } from './limits.ts';

describeLimitsContract('recordLimits', () => {
  const directory = mkdtempSync(join(tmpdir(), 'strata-limits-'));
  let time = Date.UTC(2026, 0, 15);
  const now = () => time;
  const records = sqliteRecords({ directory, now });
  return {
    limits: recordLimits(records, CONTRACT_QUOTAS, now),
    advance(milliseconds) {
      time += milliseconds;
    },
    close() {
      records.close();
      rmSync(directory, { recursive: true });
    },
  };
});
