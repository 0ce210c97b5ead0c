// Words that reading finds, against the text beside each file, and beside public tools on the same
// files: pypdf for PDF, tesseract.js on the bare image for scans. Needs Python 3 and PyPI:
//   node bench/reading/run.mjs [DOCUMENTS]     (a folder of x.pdf or x.jpg beside x.txt)
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { buildParser } from '../../build.mjs';

const PACKAGES = ['pypdf==6.4.0'];

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');
const documents = process.argv[2] ?? join(root, '..', 'shared', 'corpora', 'filings', 'documents');
const folder = mkdtempSync(join(tmpdir(), 'strata-bench-'));
const run = (command, args) => execFileSync(command, args, { stdio: 'inherit' });
try {
  // Inside the checkout, so that the packages it names are found.
  const bundle = join(root, 'dist', 'bench', 'reading.mjs');
  await build({
    entryPoints: [join(here, 'main.ts')],
    outfile: bundle,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  });
  process.chdir(root);
  await buildParser();
  run('python3', ['-m', 'venv', join(folder, 'venv')]);
  const python = join(folder, 'venv', 'bin', 'python');
  run(python, ['-m', 'pip', 'install', '--quiet', ...PACKAGES]);
  run(python, [join(here, 'peer.py'), documents, join(folder, 'peer.json')]);
  run(process.execPath, [bundle, documents, join(folder, 'peer.json')]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
