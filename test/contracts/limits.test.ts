import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dynamoRecords } from '../../lambda/adapters/records.ts';
import { recordLimits } from '../../lambda/domain/governance/record-limits.ts';
import type { Records } from '../../lambda/store-ports.ts';
import { sqliteRecords } from '../../local/adapters/records.ts';
import { startDynamo } from './aws-stores.ts';
import { CONTRACT_QUOTAS, describeLimitsContract } from './limits.ts';

describeLimitsContract('recordLimits on SQLite', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'strata-limits-'));
  const clock = makeClock();
  const records = sqliteRecords({ directory, now: clock.now });
  return {
    ...limitsOn(records, clock),
    async close() {
      records.close();
      rmSync(directory, { recursive: true });
    },
  };
});

describeLimitsContract('recordLimits on DynamoDB', async () => {
  const { table, client, close } = await startDynamo();
  return { ...limitsOn(dynamoRecords({ recordsTable: table, client }), makeClock()), close };
});

function makeClock() {
  let time = Date.UTC(2026, 0, 15);
  return {
    now: () => time,
    advance: (milliseconds: number) => {
      time += milliseconds;
    },
  };
}

function limitsOn(records: Records, { now, advance }: ReturnType<typeof makeClock>) {
  return { limits: recordLimits(records, CONTRACT_QUOTAS, now), advance };
}
