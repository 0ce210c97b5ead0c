import * as z from 'zod';
import type { PortsOf } from '../../capabilities.ts';
import { InvalidInputError } from '../../errors.ts';
import { lazily } from '../../lazily.ts';
import { COMPARE_RECORDS_TOUCHES, compareRecords } from './compare-records.ts';
import { type SideBySideRow, sideBySide } from './side-by-side.ts';
import type { Report } from './report-schema.ts';

export const LATEST_COMPARISON_TOUCHES = [
  ...COMPARE_RECORDS_TOUCHES,
  'records.read:comparison',
  'records.write:comparison',
] as const;

/**
 * Record of kind `comparison`, id `latest`. A run writes its own, which stands until the next run;
 * one made from records says when, and is made again. Its report was checked when it was built.
 */
const latestSchema = lazily(() =>
  z.strictObject({
    report: z.looseObject({ documents: z.number(), reader: z.string() }),
    rows: z.array(z.looseObject({})),
    madeFromRecordsAt: z.number().optional(),
  }),
);
export interface Comparison {
  readonly report: Report | z.infer<ReturnType<typeof latestSchema>>['report'];
  readonly rows: readonly SideBySideRow[] | z.infer<ReturnType<typeof latestSchema>>['rows'];
  readonly madeFromRecordsAt?: number | undefined;
}

/** Milliseconds for which a comparison of records is shown again: making it reads them all. */
const FRESH_MS = 60_000;

/** The latest run's comparison; where there is none, that of the documents as they are recorded. */
export function latestComparison(ports: PortsOf<(typeof LATEST_COMPARISON_TOUCHES)[number]>) {
  const compare = compareRecords(ports);
  return async (tenant: string): Promise<Comparison> => {
    const key = { tenant, kind: 'comparison', id: 'latest' } as const;
    const stored = await ports.records.get(key);
    const kept = stored === null ? null : latestSchema().parse(stored);
    if (kept !== null && isFresh(kept.madeFromRecordsAt, ports.now())) return kept;
    const report = await compare(tenant);
    const comparison = { report, rows: sideBySide(report), madeFromRecordsAt: ports.now() };
    await ports.records.put(key, comparison).catch((error: unknown) => {
      // Thousands of refused documents are more than a record has room for: it is made again then.
      if (!(error instanceof InvalidInputError)) throw error;
    });
    return comparison;
  };
}

function isFresh(madeAt: number | undefined, now: number): boolean {
  return madeAt === undefined || now - madeAt < FRESH_MS;
}
