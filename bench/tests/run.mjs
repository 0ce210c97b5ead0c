// `npx jest` of this commit beside that of an earlier one, in alternation, each in a clean clone with
// its own packages and jest's cache filled by one run before:
//   node bench/tests/run.mjs --base COMMIT [--turns 3]
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { compare, option, timed } from '../alternate.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'strata-tests-'));
const commits = { base: option('base', '102527e'), head: option('head', 'HEAD') };
try {
  const [base, head] = Object.entries(commits).map(([name, commit]) => {
    const place = path.join(folder, name);
    execFileSync('git', ['clone', '--quiet', root, place]);
    execFileSync('git', ['checkout', '--quiet', commit], { cwd: place });
    timed('npm ci --no-audit --no-fund', place);
    // A test of the earlier commit measures time and fails on a busy machine: the bench goes on.
    const tests = () => timed('npx jest --silent || true', place);
    tests();
    return tests;
  });
  compare({ turns: Number(option('turns', 3)), base, head });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
