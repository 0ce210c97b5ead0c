import { commitment } from '../../../lambda/content-hash.ts';
import { verifyEntries } from '../../../lambda/domain/governance/verify/verify-log.ts';
import {
  type SealedBatch,
  type SealedLog,
  sealRecords as declared,
} from '../../../lambda/domain/governance/seal-records.ts';

const sealRecords = (ports: object) => declared.onPorts(ports);

/** The log as S3 keeps it: a number is written once. */
function memoryLog() {
  const batches = new Map<string, SealedBatch[]>();
  const of = (tenant: string) => batches.get(tenant) ?? [];
  const sealed: Pick<SealedLog, 'last' | 'append'> = {
    last: async (tenant) => of(tenant).at(-1) ?? null,
    async append(tenant, batch) {
      if (batch.number !== of(tenant).length + 1) return false;
      batches.set(tenant, [...of(tenant), batch]);
      return true;
    },
  };
  return { sealed, entries: (tenant: string) => of(tenant).flatMap((batch) => batch.entries) };
}
const change = (changeId: string, kind = 'document', tenant = 'acme') => ({
  tenant,
  kind,
  recordId: `record-${changeId}`,
  changeId,
  at: '2026-01-01T00:00:00.000Z',
  value: { name: 'contract.pdf', status: 'recorded' },
});

test('batches of a tenant form one unbroken chain', async () => {
  const log = memoryLog();
  await sealRecords(log)([change('1'), change('2')]);
  await sealRecords(log)([change('3')]);
  expect([log.entries('acme').length, verifyEntries(log.entries('acme'))]).toEqual([3, []]);
});

test('each tenant has a chain of its own', async () => {
  const log = memoryLog();
  await sealRecords(log)([change('1'), change('2', 'document', 'other')]);
  expect(log.entries('other').map(({ sequence }) => sequence)).toEqual([1]);
});

test('sealers that run at once extend one chain, and lose nothing', async () => {
  const log = memoryLog();
  const shards = ['1', '2', '3', '4'].map((id) => sealRecords(log)([change(id)]));
  await Promise.all(shards);
  const entries = log.entries('acme');
  expect([entries.map(({ id }) => id).sort(), verifyEntries(entries)]).toEqual([
    ['1', '2', '3', '4'],
    [],
  ]);
});

test('a batch that the stream tells again is sealed once', async () => {
  const log = memoryLog();
  await sealRecords(log)([change('1')]);
  expect(await sealRecords(log)([change('1')])).toEqual({ sealed: 0 });
});

test('counters are not sealed', async () => {
  const log = memoryLog();
  expect(await sealRecords(log)([change('1', 'counter')])).toEqual({ sealed: 0 });
});

test('of a record the chain keeps a salted commitment and none of its words', async () => {
  const log = memoryLog();
  await sealRecords(log)([{ ...change('1'), salt: 'ab' }]);
  const [entry] = log.entries('acme');
  expect(entry?.detail).toEqual({
    recordId: 'record-1',
    commitment: commitment('ab', change('1').value),
  });
});

test('gives up, to be told again, when other writers are always first', async () => {
  const sealed = { last: async () => null, append: async () => false };
  await expect(sealRecords({ sealed })([change('1')])).rejects.toMatchObject({
    name: 'UnavailableError',
  });
});
