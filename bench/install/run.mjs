// `npm ci` in a clean clone of this commit beside an earlier one's, in alternation, and what each
// leaves; what the package builds on install is counted:
//   node bench/install/run.mjs --base COMMIT [--head COMMIT] [--turns 3]
import { execFileSync } from 'node:child_process';
import { lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { compare, option, timed } from '../alternate.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'strata-install-'));
const commits = { base: option('base', '102527e'), head: option('head', 'HEAD') };
const places = { base: path.join(folder, 'base'), head: path.join(folder, 'head') };
try {
  for (const [name, place] of Object.entries(places)) {
    execFileSync('git', ['clone', '--quiet', root, place]);
    execFileSync('git', ['checkout', '--quiet', commits[name]], { cwd: place });
  }
  const install = (place) => () => {
    rmSync(path.join(place, 'node_modules'), { recursive: true, force: true });
    rmSync(path.join(place, 'dist'), { recursive: true, force: true });
    return timed('npm ci --no-audit --no-fund', place);
  };
  // npm's cache is filled first: the network is measured for neither.
  for (const place of Object.values(places)) install(place)();
  compare({
    turns: Number(option('turns', 3)),
    base: install(places.base),
    head: install(places.head),
  });
  for (const [name, place] of Object.entries(places)) {
    const { bytes, files } = sizeOf(path.join(place, 'node_modules'));
    console.log(`node_modules ${name}: ${Math.round(bytes / 2 ** 20)} MB in ${files} files`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Blocks on disk, each file once: as `du` counts. */
function sizeOf(directory) {
  const seen = new Set();
  let bytes = 0;
  let files = 0;
  for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
    const { blocks, ino } = lstatSync(path.join(entry.parentPath, entry.name));
    if (seen.has(ino)) continue;
    seen.add(ino);
    bytes += blocks * 512;
    if (entry.isFile()) files += 1;
  }
  return { bytes, files };
}
