import {
  appendFileSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recordAudit } from '../../lambda/adapters/audit.ts';
import { verifyChain } from '../../lambda/domain/governance/hash-chain.ts';
import { type SealedBatch, sealRecords } from '../../lambda/domain/governance/seal-records.ts';
import { fileAudit } from '../../local/adapters/audit.ts';
import { sqliteRecords } from '../../local/adapters/records.ts';
import { describeAuditContract } from './audit.ts';

const now = () => Date.UTC(2026, 0, 15);

describeAuditContract('fileAudit', () => {
  const directory = mkdtempSync(join(tmpdir(), 'strata-audit-'));
  const audit = fileAudit({ directory, now });
  return {
    audit,
    read: (tenant) => audit.read(tenant),
    close: () => rmSync(directory, { recursive: true }),
  };
});

test('a half line that a crash left does not break the chain', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'strata-audit-'));
  const entry = { tenant: 'acme', kind: 'answer', detail: {} };
  await fileAudit({ directory, now }).append({ ...entry, id: 'a' });
  const file = readdirSync(directory).find((name) => name.endsWith('.jsonl')) ?? '';
  appendFileSync(join(directory, file), '{"sequence":2,"id":"b"');
  const reopened = fileAudit({ directory, now });
  await reopened.append({ ...entry, id: 'c' });
  const entries = reopened.read('acme');
  rmSync(directory, { recursive: true });
  expect([entries.map(({ id }) => id), verifyChain(entries)]).toEqual([['a', 'c'], null]);
});

test.each<readonly [string, (lines: string[]) => string[], string]>([
  ['left as it was', (lines) => lines, ''],
  ['edited', ([a = '', ...rest]) => [a.replace('"n":0', '"n":9'), ...rest], '1: it was altered'],
  ['without its middle', ([a = '', , c = '']) => [a, c], '2: an entry is missing or moved'],
  ['in another order', ([a = '', b = '', c = '']) => [a, c, b], '2: an entry is missing or moved'],
  ['without its end', ([a = '', b = '']) => [a, b], '3: the end was cut off or written anew'],
  ['without any line', () => [], '3: the end was cut off or written anew'],
])('a log %s is told from a whole one', async (_how, change, problem) => {
  const directory = mkdtempSync(join(tmpdir(), 'strata-audit-'));
  const audit = fileAudit({ directory, now });
  for (const n of [0, 1, 2]) {
    await audit.append({ tenant: 'acme', kind: 'answer', id: `${n}`, detail: { n } });
  }
  const file = readdirSync(directory).find((name) => name.endsWith('.jsonl')) ?? '';
  const lines = readFileSync(join(directory, file), 'utf8').trimEnd().split('\n');
  const changed = change(lines).map((line) => `${line}\n`);
  writeFileSync(join(directory, file), changed.join(''));
  const found = fileAudit({ directory, now }).verify('acme');
  rmSync(directory, { recursive: true });
  expect(found === null ? '' : `${found.sequence}: ${found.problem}`).toBe(problem);
});

/** On AWS entries are records; the table's stream brings them to the sealed log. */
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
        await sealRecords({ sealed })([change]);
      }
      return batches.flatMap(({ entries }) => entries);
    },
    close() {
      records.close();
      rmSync(directory, { recursive: true });
    },
  };
});
