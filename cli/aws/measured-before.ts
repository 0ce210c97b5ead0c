import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { type Report, reportSchema } from '../../lambda/domain/compare/report-schema.ts';
import { InvalidInputError } from '../../lambda/errors.ts';

/** Of each environment that was deployed from this folder: how long the last deployment took. */
const timesSchema = z.record(z.string(), z.object({ minutes: z.number(), at: z.string() }));
type Times = z.infer<typeof timesSchema>;

function timesFile(root: string): string {
  return join(root, '.strata', 'deployments.json');
}

export function deploymentTimes(root: string): Times {
  const file = timesFile(root);
  return existsSync(file) ? timesSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : {};
}

export function keepDeploymentTime(root: string, env: string, minutes: number): void {
  const times = { ...deploymentTimes(root), [env]: { minutes, at: new Date().toISOString() } };
  mkdirSync(join(root, '.strata'), { recursive: true });
  writeFileSync(timesFile(root), `${JSON.stringify(times, null, 2)}\n`);
}

/** What a run on this machine measured; null where none did. @throws InvalidInputError */
export function measuredReport(file: string): Report | null {
  if (!existsSync(file)) return null;
  const parsed = reportSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (parsed.success) return parsed.data;
  throw new InvalidInputError(
    `${file} must be the report of a run of this version, it is not; run again (npm start -- --exit) or name another (--report)`,
    { cause: parsed.error },
  );
}
