import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sqliteRecords } from '../../../local/adapters/records.ts';
import { recordStream } from '../../../local/events/record-stream.ts';

test('what was written before anybody read is told to every reader', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'strata-stream-'));
  const records = sqliteRecords({ directory, now: () => 0 });
  await records.put({ tenant: 'platform', kind: 'release', id: '1' }, {});
  const told: Record<string, number> = {};
  const reader = (name: string) => ({
    name,
    of: null,
    take: async (changes: readonly unknown[]) => (told[name] = changes.length),
  });
  const stream = recordStream(records, [reader('first'), reader('second')], {
    log: () => undefined,
    now: () => 0,
  });
  stream.start();
  await stream.settled();
  await stream.stop();
  records.close();
  rmSync(directory, { recursive: true });
  expect(told).toEqual({ first: 1, second: 1 });
});
