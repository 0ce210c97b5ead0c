// Deploys the real templates on an emulator of AWS and drives the product there. Needs Python 3, Java 17
// and Maven:
//   npm run test:emulated
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { freePort } from '../free-port.mjs';
import { pythonPrograms } from '../python.mjs';
import { prepareSearchNode } from './open-search/prepare.mjs';

// With cryptography the emulator signs tokens and verifies them.
const PACKAGES = ['ministack==1.5.33', 'cryptography==50.0.2'];

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(dirname(here));
process.chdir(root);
const programs = pythonPrograms(PACKAGES);
const classPath = prepareSearchNode();
const folder = mkdtempSync(join(tmpdir(), 'strata-emulated-'));
// In the tree, so that packages with files of their own are found.
const bundle = join(root, 'dist', 'emulated.mjs');
await build({
  entryPoints: [join(here, 'main.ts')],
  outfile: bundle,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  sourcemap: 'linked',
  logLevel: 'error',
});
const ports = [await freePort(), await freePort(), await freePort()].map(String);
const given = [bundle, folder, programs, classPath, ...ports];
const { status } = spawnSync(process.execPath, given, { stdio: 'inherit' });
process.exitCode = status ?? 1;
if (status === 0) rmSync(folder, { recursive: true, force: true });
else console.log(`logs and assembly are kept in ${folder}`);
