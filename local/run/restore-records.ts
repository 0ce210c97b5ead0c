import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sideBySide } from '../../lambda/domain/compare/side-by-side.ts';
import { reportSchema } from '../../lambda/domain/compare/report-schema.ts';
import { documentRecordSchema } from '../../lambda/domain/document/document.ts';
import type { Records } from '../../lambda/store-ports.ts';
import { openJournal } from './journal.ts';
import type { RunManifest } from './run-manifest.ts';

const CURRENT = 'current-run';

/** What somebody had erased does not come back from a run's journal. */
async function isErased(records: Records, tenant: string, id: string): Promise<boolean> {
  const found = await records.list({
    tenant,
    kind: 'audit',
    after: `erasure/${id}/`,
    limit: 1,
  });
  return found.items[0]?.id.startsWith(`erasure/${id}/`) ?? false;
}

/**
 * Makes the stored records those of one run: another run on the same corpus (another seed) wrote
 * its own over them. Nothing is written where this run's are in place.
 */
export async function restoreRecords(
  records: Records,
  { tenant, key }: RunManifest,
  directory: string,
): Promise<void> {
  const current = { tenant, kind: 'switch', id: CURRENT } as const;
  const inPlace = await records.get(current);
  if (JSON.stringify(inPlace) === JSON.stringify({ key })) return;
  const journal = openJournal(join(directory, 'documents.jsonl'), (value) =>
    documentRecordSchema().parse(value),
  );
  for (const [id, record] of journal.done) {
    if (await isErased(records, tenant, id)) continue;
    await records.put({ tenant, kind: 'document', id }, record);
  }
  const report = reportSchema.parse(
    JSON.parse(await readFile(join(directory, 'report', 'report.json'), 'utf8')),
  );
  const latest = { report, rows: sideBySide(report) };
  await records.put({ tenant, kind: 'comparison', id: 'latest' }, latest);
  await records.put(current, { key });
}
