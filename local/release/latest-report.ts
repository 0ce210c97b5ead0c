import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Report, reportSchema } from '../../lambda/domain/compare/report-schema.ts';
import { InvalidInputError } from '../../lambda/errors.ts';
import { readLatestManifest, runDirectory } from '../run/run-manifest.ts';

/** The report of the last finished run; null where there is none. */
export async function latestReport(stateDirectory: string): Promise<Report | null> {
  const manifest = await readLatestManifest(stateDirectory);
  if (manifest === null) return null;
  return readReport(join(runDirectory(stateDirectory, manifest.key), 'report', 'report.json'));
}

/** @throws InvalidInputError for a file that is no report of this version */
export async function readReport(path: string): Promise<Report> {
  const parsed = reportSchema.safeParse(JSON.parse(await readFile(path, 'utf8')));
  if (parsed.success) return parsed.data;
  throw new InvalidInputError(
    `${path} must be a report that this version writes; npx strata run --exit writes one`,
    { cause: parsed.error },
  );
}
