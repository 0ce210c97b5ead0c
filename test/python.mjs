// Python packages for tests that hold the product against software nobody here wrote.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * The folder of programs of a virtual environment that holds these packages. It is made once for
 * each list, below node_modules, and kept: `npm ci` removes it.
 * @param {readonly string[]} packages as pip takes them; binary only, so nothing is compiled
 */
export function pythonPrograms(packages) {
  const key = createHash('sha256').update(packages.join('\n')).digest('hex').slice(0, 16);
  const folder = join(root, 'node_modules', '.cache', 'strata-python', key);
  const programs = join(folder, 'bin');
  if (existsSync(join(folder, 'complete'))) return programs;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(dirname(folder), { recursive: true });
  const run = (command, ...args) => execFileSync(command, args, { stdio: ['ignore', 2, 2] });
  run('python3', '-m', 'venv', folder);
  run(
    join(programs, 'python'),
    '-m',
    'pip',
    'install',
    '-q',
    '--only-binary',
    ':all:',
    ...packages,
  );
  mkdirSync(join(folder, 'making'));
  renameSync(join(folder, 'making'), join(folder, 'complete'));
  return programs;
}
