import { s3SealedLog } from '../../lambda/adapters/sealed-log.ts';
import { startS3 } from '../contracts/aws-stores.ts';
import { type StandIn, startStandIn } from './stand-in.ts';

const entry = (sequence: number) => ({
  sequence,
  id: `change-${sequence}`,
  at: '2026-01-01T00:00:00.000Z',
  kind: 'audit',
  detail: { recordId: 'a' },
  previous: '0',
  hash: '1',
});

describe('s3SealedLog', () => {
  test('a tenant without batches has none', async () => {
    const s3 = await startS3();
    const log = s3SealedLog({ auditBucket: s3.bucket, client: s3.client });
    expect(await log.last('acme')).toBeNull();
    await s3.close();
  });

  test('finds the last of many batches, each tenant for itself', async () => {
    const s3 = await startS3();
    const writer = s3SealedLog({ auditBucket: s3.bucket, client: s3.client });
    for (let number = 1; number <= 11; number += 1) {
      await writer.append('acme', { number, entries: [entry(number)] });
    }
    await writer.append('other', { number: 1, entries: [entry(1)] });
    const reader = s3SealedLog({ auditBucket: s3.bucket, client: s3.client });
    expect(await reader.last('acme')).toEqual({ number: 11, entries: [entry(11)] });
    await s3.close();
  });

  test('writes only where nothing is, and with a checksum, as a locked bucket demands', async () => {
    const server: StandIn = await startStandIn(() => ({ status: 412, body: '' }));
    const log = s3SealedLog({ auditBucket: 'audit', client: server.client });
    const written = await log.append('acme', { number: 1, entries: [entry(1)] });
    await server.close();
    expect([written, server.sent[0]?.headers]).toEqual([
      false,
      expect.objectContaining({ 'if-none-match': '*', 'x-amz-checksum-crc32': expect.anything() }),
    ]);
  });
});
