import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtAssets } from '../lib/shared/assets.ts';
import { printChecks, printDetails } from '../lib/shared/checks/print-checks.ts';
import { runChecks } from '../lib/shared/checks/run-checks.ts';

const directory = mkdtempSync(join(tmpdir(), 'strata-checks-'));
try {
  const reports = await runChecks(builtAssets('dist'), directory);
  const print = (line: string) => process.stdout.write(`${line}\n`);
  printChecks(reports, print);
  if (process.argv.includes('--details')) {
    for (const report of reports) printDetails(report, print);
  }
  const failed = reports.some(({ findings }) =>
    Object.values(findings).some((found) => found.length > 0),
  );
  process.exitCode = failed ? 1 : 0;
} finally {
  rmSync(directory, { recursive: true, force: true });
}
