import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfiguration } from '../../config/load-profile.ts';
import { BuiltSteps } from '../../lib/shared/built-steps.ts';
import { isRecord, resourcesOf } from '../../lib/shared/checks/checked.ts';
import { synthesizeChecked } from '../../lib/shared/checks/synthesize-checked.ts';

const STAND_IN = 'test/fixtures/assets';

const assets = {
  steps: new BuiltSteps('dist'),
  functionBundle: () => STAND_IN,
  console: () => STAND_IN,
  seedModel: () => STAND_IN,
};

/** Prints the variables that templates give to each function, names of resources made up. */
const environments = (['student', 'prod'] as const).flatMap((name) => {
  const outdir = mkdtempSync(join(tmpdir(), 'strata-synth-'));
  const { checked } = synthesizeChecked(loadConfiguration(name), assets, outdir);
  rmSync(outdir, { recursive: true });
  return resourcesOf(checked).flatMap(environmentOf);
});
// Prod's stand last: some functions are the student profile's alone.
console.log(JSON.stringify(Object.fromEntries(environments)));

function environmentOf({ Type, Properties }: ReturnType<typeof resourcesOf>[number]) {
  if (Type !== 'AWS::Lambda::Function' || !isRecord(Properties)) return [];
  const tags = Array.isArray(Properties.Tags) ? Properties.Tags : [];
  const stem = tags.find((tag) => isRecord(tag) && tag.Key === 'strata:stem')?.Value;
  const { Variables } = isRecord(Properties.Environment) ? Properties.Environment : {};
  return typeof stem === 'string' ? [[stem, valuesOf(Variables)] as const] : [];
}

function valuesOf(variables: unknown): Readonly<Record<string, string>> {
  const all = Object.entries(isRecord(variables) ? variables : {});
  return Object.fromEntries(
    all.map(([name, value]) => [name, typeof value === 'string' ? value : madeUp(name)]),
  );
}

function madeUp(name: string): string {
  if (name.endsWith('_ARN')) return `arn:aws:states:eu-west-1:111122223333:stateMachine:${name}`;
  return name.endsWith('_ENDPOINT') ? `https://${name.toLowerCase()}.example` : name.toLowerCase();
}
