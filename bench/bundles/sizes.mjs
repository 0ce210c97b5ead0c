// Bytes and SDK clients of every function's bundle; as a command: one JSON array.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildFunctions, bundleSizes } from '../../build.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const CLIENT = /^node_modules\/(@aws-sdk\/client-[a-z0-9-]+)\/dist-es\//;

/** Builds what changed. `clients` are the packages whose code is in the bundle. */
export async function bundles() {
  await buildFunctions();
  const meta = await readFile(path.join(root, 'dist/functions.meta.json'), 'utf8');
  const { outputs } = JSON.parse(meta);
  const sizes = await bundleSizes();
  return sizes.map((size) => ({ ...size, clients: clientsOf(outputs, size.stem) }));
}

function clientsOf(outputs, stem) {
  const [, { inputs }] = Object.entries(outputs).find(([file]) => file.includes(`/${stem}/`));
  const used = Object.entries(inputs).flatMap(([file, { bytesInOutput }]) =>
    bytesInOutput > 0 ? (CLIENT.exec(file)?.[1] ?? []) : [],
  );
  return [...new Set(used)].sort();
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  console.log(JSON.stringify(await bundles()));
}
