import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { s3SealedLog } from '../../lambda/adapters/sealed-log.ts';
import { fileSealedLog } from '../../local/adapters/sealed-log.ts';
import { startS3 } from './aws-stores.ts';
import { describeSealedContract } from './sealed.ts';

describeSealedContract('fileSealedLog', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'strata-sealed-'));
  return {
    sealed: fileSealedLog({ directory }),
    close: async () => rmSync(directory, { recursive: true }),
  };
});

// The stand-in does not know conditional writes: those are tested on the wire in `adapters/sealed-log`.
describe('s3SealedLog', () => {
  test('reads what it wrote', async () => {
    const { bucket, client, close } = await startS3();
    const sealed = s3SealedLog({ auditBucket: bucket, client });
    await sealed.append('acme', { number: 1, entries: [] });
    const last = await sealed.last('acme');
    await close();
    expect(last).toEqual({ number: 1, entries: [] });
  });
});
