import { verifyAudit } from '../../lambda/domain/governance/verify/verify-audit.ts';
import { type RecordKind, RECORDS } from '../../lambda/store-ports.ts';
import type { LatestRun } from '../latest-run.ts';

/** Every kind of record that the log is compared with. */
export const AUDITED_KINDS: readonly RecordKind[] = RECORDS;

/** What `strata audit verify` finds wrong, in one sentence; null where it finds nothing. */
export async function checkAudit(run: LatestRun): Promise<string | null> {
  await run.settled();
  const { tenant, ports } = run;
  const { records, sealed } = ports;
  const { findings } = await verifyAudit({ records, sealed, kinds: AUDITED_KINDS })(tenant, null);
  const [first] = findings;
  if (first === undefined) return null;
  return (
    `the audit log and the records do not agree in ${findings.length} places, the first: ` +
    `${first.where} was ${first.what}; npx strata audit verify names them all`
  );
}
