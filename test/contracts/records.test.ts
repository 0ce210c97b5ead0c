import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sqliteRecords } from '../../local/adapters/records.ts';
import { dynamoRecords } from '../../lambda/adapters/records.ts';
import { startDynamo } from './aws-stores.ts';
import { describeRecordsContract } from './records.ts';

const makeDirectory = () => mkdtempSync(join(tmpdir(), 'strata-records-'));

describeRecordsContract('sqliteRecords', async () => {
  const directory = makeDirectory();
  const records = sqliteRecords({ directory });
  return {
    records,
    close: async () => {
      records.close();
      rmSync(directory, { recursive: true });
    },
  };
});

describe('sqliteRecords', () => {
  const directory = makeDirectory();
  const key = { tenant: 'acme', kind: 'document', id: 'a1' } as const;
  afterAll(() => rmSync(directory, { recursive: true }));

  test('keeps records when it is opened again without being closed', async () => {
    await sqliteRecords({ directory }).put(key, { kept: true });
    const again = sqliteRecords({ directory });
    const value = await again.get(key);
    again.close();
    expect(value).toEqual({ kept: true });
  });

  test('a counter starts anew once it has expired', async () => {
    let seconds = 100;
    const records = sqliteRecords({ directory, now: () => seconds * 1_000 });
    const counter = { tenant: 'acme', kind: 'counter', id: 'ask' } as const;
    await records.increment(counter, 5, 160);
    seconds = 160;
    const value = await records.increment(counter, 1, 220);
    records.close();
    expect(value).toBe(1);
  });

  test('refuses a tenant that leads out of its folder', async () => {
    const records = sqliteRecords({ directory });
    await expect(records.get({ ...key, tenant: '../other' })).rejects.toThrow(
      expect.objectContaining({ name: 'InvalidInputError' }),
    );
  });
});

describeRecordsContract('dynamoRecords', async () => {
  const { table, client, close } = await startDynamo();
  return { records: dynamoRecords({ recordsTable: table, client }), close };
});
