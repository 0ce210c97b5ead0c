// A burst: documents sent all at once through links to the laptop's server, as the console sends them, until
// every flow has ended. Says how long taking in and all flows took, how many flows ran at once, and what
// became of the documents; exits with 1 where one was lost or recorded twice.
//   node bench/intake/run.mjs [--documents 300] [--senders 50]
// Needs Node only.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';

const shim = join(import.meta.dirname, '..', '..', 'bin', 'strata.mjs');
const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '300' },
    senders: { type: 'string', default: '50' },
  },
});
const folder = mkdtempSync(join(tmpdir(), 'strata-burst-'));
strata('corpus', 'make', '--documents', '36', '--seed', '1', '--out', 'learned');
strata('run', '--corpus', 'learned', '--exit');
// Another seed: none of them is known.
strata('corpus', 'make', '--documents', values.documents, '--seed', '2', '--out', 'burst');
const files = readdirSync(join(folder, 'burst', 'documents')).sort();
const { url, close } = await serve();
const begun = Date.now();
const outcomes = await burst(files);
const takenIn = Date.now();
const statuses = await ended(new Set(outcomes.map(({ documentId }) => documentId)));
const seconds = (from) => ((Date.now() - from) / 1_000).toFixed(1);
console.log(`${files.length} documents sent by ${values.senders} at once`);
console.log(`taken in: ${((takenIn - begun) / 1_000).toFixed(1)} s`);
console.log(`all flows ended: ${seconds(begun)} s`);
await close();
const watched = flows();
console.log(`flows at once: ${watched.most}`);
console.log(`outcomes: ${JSON.stringify(countBy(statuses.values()))}`);
const twice = [...watched.recorded.values()].filter((times) => times > 1).length;
const lost = outcomes.length - statuses.size;
console.log(`lost: ${lost}, recorded twice: ${twice}`);
rmSync(folder, { recursive: true, force: true });
process.exitCode = lost + twice === 0 ? 0 : 1;

function strata(...args) {
  const { status } = spawnSync(process.execPath, [shim, ...args], { cwd: folder, stdio: 'ignore' });
  if (status !== 0) throw new Error(`strata ${args.join(' ')} ended with ${status}`);
}

async function serve() {
  const child = spawn(process.execPath, [shim, 'serve', '--port', '4300'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await new Promise((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (piece) => {
      said += String(piece);
      const [found] = /http:\/\/localhost:\d+/.exec(said) ?? [];
      if (found) resolve(found);
    });
    child.once('exit', () => reject(new Error(`the server must start, it said: ${said}`)));
  });
  const exit = new Promise((resolve) => child.once('exit', resolve));
  return {
    url: address,
    close: () => {
      child.kill('SIGINT');
      return exit;
    },
  };
}

/** Every file offered, sent and taken in, by as many senders at once. */
async function burst(names) {
  const left = names.values();
  const taken = [];
  const sender = async () => {
    for (const name of left) taken.push(await send(name));
  };
  await Promise.all(Array.from({ length: Number(values.senders) }, sender));
  return taken;
}

async function send(name) {
  const body = readFileSync(join(folder, 'burst', 'documents', name));
  const link = await json('/api/uploads', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, bytes: body.length }),
  });
  const sent = await fetch(new URL(link.url, url), { ...link, body });
  if (!sent.ok) throw new Error(`${name}: ${sent.status} ${await sent.text()}`);
  for (;;) {
    const outcome = await json(`/api/uploads/${link.uploadId}`);
    if (outcome.status !== 'offered') return outcome;
    await sleep(250);
  }
}

/** Status by document once none is waiting. */
async function ended(ids) {
  for (;;) {
    const found = new Map();
    let after = '';
    do {
      const page = await json(`/api/documents?limit=200${after}`);
      for (const { documentId, status } of page.items) {
        if (ids.has(documentId)) found.set(documentId, status);
      }
      after = page.next === undefined ? '' : `&after=${encodeURIComponent(page.next)}`;
    } while (after !== '');
    if (![...found.values()].includes('received')) return found;
    await sleep(1_000);
  }
}

async function json(path, init) {
  const reply = await fetch(new URL(path, url), init);
  if (!reply.ok) throw new Error(`${path}: ${reply.status} ${await reply.text()}`);
  return reply.json();
}

/** From the log: most flows at one time, and how often each document was recorded after the start. */
function flows() {
  const recorded = new Map();
  const changes = [];
  for (const line of readFileSync(join(folder, '.strata', 'log.jsonl'), 'utf8')
    .trim()
    .split('\n')) {
    const { at, what, documentId, durationMs, outcome } = JSON.parse(line);
    const end = Date.parse(at);
    if (end < begun) continue;
    if (what === 'follow-document') changes.push([end - durationMs, 1], [end, -1]);
    if (what === 'record-document' && outcome === 'done') {
      recorded.set(documentId, (recorded.get(documentId) ?? 0) + 1);
    }
  }
  let [now, most] = [0, 0];
  for (const [, change] of changes.sort(([a, x], [b, y]) => a - b || x - y)) {
    now += change;
    most = Math.max(most, now);
  }
  return { most, recorded };
}

function countBy(all) {
  const counts = {};
  for (const one of all) counts[one] = (counts[one] ?? 0) + 1;
  return counts;
}
