import { appendFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyChain } from '../../lambda/domain/governance/hash-chain.ts';
import { fileAudit } from '../../local/adapters/audit.ts';
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
  const [file = ''] = readdirSync(directory);
  appendFileSync(join(directory, file), '{"sequence":2,"id":"b"');
  const reopened = fileAudit({ directory, now });
  await reopened.append({ ...entry, id: 'c' });
  const entries = reopened.read('acme');
  rmSync(directory, { recursive: true });
  expect([entries.map(({ id }) => id), verifyChain(entries)]).toEqual([['a', 'c'], null]);
});
