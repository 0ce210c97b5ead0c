// Reads files that people reported trouble with, and says what does not hold:
//   node bench/cases/run.mjs DIR   (a folder of cases.jsonl and files/)
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [directory = '../shared/cases'] = process.argv.slice(2);
const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const cases = readFileSync(join(directory, 'cases.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

const squeezed = (text) => text.replaceAll(/[ \t\u00a0]+/g, ' ');
const failures = new Map();
for (const one of cases) {
  const started = performance.now();
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'bin/strata.mjs'), 'read', '--json', join(directory, 'files', one.file)],
    { encoding: 'utf8', maxBuffer: 200_000_000, timeout: 180_000 },
  );
  const seconds = (performance.now() - started) / 1_000;
  const wrong = judge(one, stdout, stderr, seconds);
  if (wrong.length === 0) continue;
  failures.set(one.file, wrong);
  console.log(`${one.file} (${one.kind})\n  ${wrong.join('\n  ')}`);
}
console.log(`${cases.length - failures.size} of ${cases.length} cases are read as they must be`);

function judge(
  { text = [], textNot = [], lines = [], order = [], refused, seconds: limit },
  stdout,
  stderr,
  seconds,
) {
  if (stdout.trim() === '') return [`no result: ${stderr.trim().slice(0, 200)}`];
  const read = JSON.parse(stdout);
  if (limit !== undefined && seconds > limit) return [`took ${seconds.toFixed(1)} s of ${limit}`];
  const isRefused = read.status === 'refused';
  if (refused !== undefined && Boolean(refused) !== isRefused) {
    return [isRefused ? `refused: ${read.refusal.message}` : 'must be refused, was read'];
  }
  if (isRefused) {
    return text.length > 0 || lines.length > 0 ? [`refused: ${read.refusal.message}`] : [];
  }
  const all = squeezed(read.text);
  const rows = all.split('\n');
  const at = order.map((one) => all.indexOf(squeezed(one)));
  return [
    ...text.filter((one) => !all.includes(squeezed(one))).map((one) => `lacks: ${one}`),
    ...textNot.filter((one) => all.includes(squeezed(one))).map((one) => `holds: ${one}`),
    ...lines
      .filter((one) => !rows.some((row) => row.includes(squeezed(one))))
      .map((one) => `no line holds: ${one}`),
    ...(at.some((place, index) => place < 0 || place < (at[index - 1] ?? 0))
      ? [`order: ${order.join(' < ')} stand at ${at.join(', ')}`]
      : []),
  ];
}
