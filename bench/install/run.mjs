// `npm ci` of this lock beside that of an earlier commit, in alternation, and what each leaves:
//   node bench/install/run.mjs --base COMMIT [--turns 3]
import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { compare, option, timed } from '../alternate.mjs';

const FILES = ['package.json', 'package-lock.json'];
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const base = option('base', '102527e');
const folder = mkdtempSync(path.join(tmpdir(), 'strata-install-'));
const places = { base: path.join(folder, 'base'), head: path.join(folder, 'head') };
try {
  for (const place of Object.values(places)) mkdirSync(place);
  for (const file of FILES) {
    const before = execFileSync('git', ['show', `${base}:${file}`], { cwd: root, maxBuffer: 1e9 });
    writeFileSync(path.join(places.base, file), before);
    copyFileSync(path.join(root, file), path.join(places.head, file));
  }
  const install = (place) => () => {
    rmSync(path.join(place, 'node_modules'), { recursive: true, force: true });
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
