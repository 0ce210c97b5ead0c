// Adds a step, a category with a field, a provider and an HTTP area to a clone of the tree, each in
// the files that may be touched and no other, and sees that everything else follows: types, bundles,
// templates, rights, the laptop's flow and server:
//   node test/additions/run.mjs
import { execFileSync, spawn } from 'node:child_process';
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { additions } from './additions.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const folder = mkdtempSync(join(tmpdir(), 'strata-additions-'));
const clone = join(folder, 'tree');
const run = (command, ...args) =>
  execFileSync(command, args, { cwd: clone, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
const strata = (...args) => run('node', 'bin/strata.mjs', ...args);
const wrong = [];
const holds = (what, is) => {
  console.log(`${is ? 'holds' : 'WRONG'}  ${what}`);
  if (!is) wrong.push(what);
};

try {
  execFileSync('git', ['clone', '--quiet', '--local', root, clone]);
  symlinkSync(join(root, 'node_modules'), join(clone, 'node_modules'));
  add();
  run('node', 'build.mjs');
  run('node_modules/.bin/tsc', '--noEmit', '-p', '.');
  inBundles();
  inTemplates();
  strata('corpus', 'make', '--documents', '36', '--seed', '2', '--out', 'corpus');
  strata('run', '--corpus', 'corpus', '--exit');
  onTheLaptop();
  await inTheServer();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`ci: ${additions.length} additions, ${wrong.length} wrong`);
process.exitCode = wrong.length === 0 ? 0 : 1;

function add() {
  for (const { what, files } of additions) {
    for (const [path, change] of Object.entries(files)) {
      const file = join(clone, path);
      const before = tracked(path) ? readFileSync(file, 'utf8') : '';
      const after = change(before);
      if (after === before) throw new Error(`${what} must change ${path}; it did not`);
      writeFileSync(file, after);
    }
    console.log(`${what}: ${Object.keys(files).join(', ')}`);
  }
}

function tracked(path) {
  return run('git', 'ls-files', path) !== '';
}

function inBundles() {
  const bundle = (name) => textBelow(join(clone, 'dist/functions', name));
  holds('a bundle of the step', bundle('count-words').includes('count-words'));
  holds('the provider in what answers', bundle('llmops-answer-question').includes('a parrot was'));
  holds('the provider in nothing else', !bundle('llmops-retrieve-chunks').includes('a parrot was'));
}

function inTemplates() {
  run('node_modules/.bin/cdk', 'synth', '--quiet', '-c', 'env=student', '-o', 'assembly');
  const templates = textBelow(join(clone, 'assembly'), '.template.json');
  holds('a function of the step', templates.includes('Counts the words of a document'));
  holds('its state in the machine', /\\"count-words\\":\s*\{/.test(templates));
  holds('a route of the area', templates.includes('"PathPart": "greet"'));
  const access = strata('access');
  const line = access.split('\n').find((one) => one.includes('count-words')) ?? '';
  holds('its right and no other', /documents\.read:text/.test(line) && !/write|records/.test(line));
}

function onTheLaptop() {
  const log = readFileSync(join(clone, '.strata/log.jsonl'), 'utf8').trim().split('\n');
  const done = log.map((line) => JSON.parse(line)).filter(({ what }) => what === 'count-words');
  holds(
    'the step ran for each document',
    done.length >= 30 && done.every(({ outcome }) => outcome !== 'failed'),
  );
}

async function inTheServer() {
  const server = spawn('node', ['bin/strata.mjs', 'serve', '--port', '4390'], { cwd: clone });
  try {
    const url = await new Promise((resolve, reject) => {
      let text = '';
      server.stdout.on('data', (piece) => {
        text += piece;
        const found = /http:\/\/localhost:\d+/.exec(text)?.[0];
        if (found) resolve(found);
      });
      server.once('close', () => reject(new Error(`strata serve must stay up; it said: ${text}`)));
    });
    const reply = await fetch(`${url}/api/greet`);
    holds('the area answers', reply.status === 200 && 'hello' in (await reply.json()));
  } finally {
    server.kill();
  }
}

function textBelow(directory, ending = '') {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');
}
