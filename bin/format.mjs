// The one format of all sources: `node bin/format.mjs` names the files that differ and exits 1,
// `--write` rewrites them. Biome's formatter as WebAssembly: 2 MB for all platforms, not 67 for each.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { format } from '@wasm-fmt/biome_fmt';

const STYLE = { indentStyle: 'space', indentWidth: 2, lineWidth: 100, quoteStyle: 'single' };
const write = process.argv.includes('--write');

const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
});
const files = listed
  .split('\n')
  .filter((file) => /\.(tsx?|[cm]js)$/.test(file) && existsSync(file));
const different = files.filter((file) => {
  const source = readFileSync(file, 'utf8');
  const formatted = format(source, file, STYLE);
  if (formatted === source) return false;
  if (write) writeFileSync(file, formatted);
  return true;
});
for (const file of different) console.log(write ? `formatted ${file}` : `not formatted: ${file}`);
if (!write && different.length > 0) {
  console.log('run: npm run format');
  process.exitCode = 1;
}
