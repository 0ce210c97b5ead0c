// Scores predictions.jsonl and retrieval.jsonl against a corpus again and compares with
// report.json. Shares no code with the product on purpose: two programs must reach one number.
//
//   node bench/score/score.mjs --out out --corpus ../shared/corpora/filings
//
// Exit code 1 when a figure differs by more than 1e-9, 2 when the files do not belong together.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const { values: flags } = parseArgs({
  options: { out: { type: 'string', default: 'out' }, corpus: { type: 'string' } },
});
if (flags.corpus === undefined) {
  console.error('--corpus must name the folder that was scored (with labels.jsonl)');
  process.exit(2);
}

const lines = (file) =>
  existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line))
    : [];
const report = JSON.parse(readFileSync(join(flags.out, 'report.json'), 'utf8'));
const predictions = lines(join(flags.out, 'predictions.jsonl'));
const retrieval = lines(join(flags.out, 'retrieval.jsonl'));
const labels = new Map(lines(join(flags.corpus, 'labels.jsonl')).map((l) => [String(l.id), l]));
const questions = new Map(
  lines(join(flags.corpus, 'questions.jsonl')).map((q) => [String(q.id), q]),
);
if (predictions.length === 0 || labels.size === 0) {
  console.error('predictions.jsonl and labels.jsonl must both hold lines');
  process.exit(2);
}

/** The rules of docs/report.md; the label's own form says whether it is a date or an amount. */
function canonical(text, form) {
  let s = text.normalize('NFKC');
  s = s
    .replace(/[‘’‚‛′`´]/g, "'")
    .replace(/[“”„‟«»″]/g, '"')
    .replace(/[‐‑‒–—―−]/g, '-');
  s = s.toUpperCase().toLowerCase().replace(/ς/g, 'σ').normalize('NFKC');
  s = s.trim().split(/\s+/).join(' ');
  if (form === 'date') {
    const d = s.match(/^(\d{4})[-/.](\d\d?)[-/.](\d\d?)(t| \d\d:|$)/);
    if (d) return [d[1], d[2].padStart(2, '0'), d[3].padStart(2, '0')].join('-');
  }
  if (form === 'amount') {
    const bare = s.replace(/^[\p{Sc}\p{L}\s]+|[\p{Sc}\p{L}\s]+$/gu, '').replace(/[\s']/g, '');
    if (/^[-+]?\d[\d.,]*$/.test(bare)) {
      const cut = bare.search(/[.,](?:\d\d?|\d{4,})$/);
      const whole = (cut < 0 ? bare : bare.slice(0, cut)).replace(/[.,]/g, '');
      const number = Number(cut < 0 ? whole : `${whole}.${bare.slice(cut + 1)}`);
      if (Number.isFinite(number)) return number.toFixed(2);
    }
  }
  return s.replace(/^[\s\p{P}]+/u, '').replace(/[\s\p{P}]+$/u, '');
}
const listOf = (value) => (value === null || value === undefined ? [] : [value].flat().map(String));
const formOf = (gold) => {
  if (gold.every((g) => /^\d{4}-\d\d-\d\d$/.test(g))) return 'date';
  return gold.every((g) => /^-?\d+\.\d\d$/.test(g)) ? 'amount' : 'text';
};
const setOf = (values, form) => new Set(values.map((v) => canonical(v, form)).filter(Boolean));

function scoreSide(side) {
  const mine = predictions.filter((p) => p.side === side && labels.has(p.id));
  const f = { gold: 0, right: 0, spurious: 0 };
  const classes = {};
  const of = (name) => (classes[name] ??= { tp: 0, fp: 0, fn: 0 });
  let right = 0;
  let withCategory = 0;
  for (const p of mine) {
    const gold = labels.get(p.id);
    if (gold.category) {
      withCategory++;
      if (p.category === gold.category) {
        right++;
        of(gold.category).tp++;
      } else {
        of(gold.category).fn++;
        if (p.category !== null) of(p.category).fp++;
      }
    }
    if (!gold.fields) continue;
    for (const name of new Set([...Object.keys(gold.fields), ...Object.keys(p.fields)])) {
      const want = listOf(gold.fields[name]).filter((v) => canonical(v, 'text') !== '');
      const form = formOf(want);
      const have = setOf(listOf(p.fields[name]), form);
      const target = setOf(want, form);
      if (target.size === 0) f.spurious += have.size > 0 ? 1 : 0;
      else {
        f.gold++;
        if (have.size === target.size && [...have].every((v) => target.has(v))) f.right++;
      }
    }
  }
  const f1 = Object.values(classes).map((c) => (2 * c.tp) / (2 * c.tp + c.fp + c.fn));
  return {
    scored: mine.length,
    accuracy: withCategory ? right / withCategory : null,
    macroF1: f1.length ? f1.reduce((a, b) => a + b, 0) / f1.length : null,
    'fieldAccuracy.overall': f.gold ? f.right / f.gold : null,
    'fieldAccuracy.spurious': f.spurious,
  };
}

/** Recall of the lines whose source is a text file; null with the count where none is. */
function scoreRetrieval() {
  let hits = 0;
  let scored = 0;
  for (const line of retrieval) {
    const label = labels.get(line.document);
    const clause = line.id.slice(line.document.length + 1);
    const question = questions.get(line.id);
    const spans = question ? listOf(question.evidence) : listOf(label?.clauses?.[clause]);
    if (!label || !/\.txt$/i.test(label.file)) continue;
    scored++;
    const source = readFileSync(join(flags.corpus, label.file), 'utf8').replace(/^\uFEFF/, '');
    const hit = spans
      .filter((span) => span.length > 20)
      .some((span) => {
        const head = span.split('<omitted>')[0].trim().slice(0, 120).trimEnd();
        const at = head === '' ? -1 : source.indexOf(head);
        return at >= 0 && line.chunks.some(([a, b]) => a <= at && at + head.length <= b);
      });
    const tooLong = line.chunks.some(
      ([a, b]) => source.slice(a, b).split(/\s+/).filter(Boolean).length > 300,
    );
    if (line.chunks.length > 5 || tooLong) {
      console.error(`question ${line.id} has more than five chunks, or one of more than 300 words`);
      process.exitCode = 1;
    }
    if (hit) hits++;
  }
  return { recall: scored ? hits / scored : null, scored };
}

const at = (object, path) => path.split('.').reduce((value, key) => value?.[key], object);
function check(name, mine, theirs) {
  const same =
    mine === theirs || (mine !== null && theirs !== null && Math.abs(mine - theirs) < 1e-9);
  console.log(`${same ? 'same' : 'DIFFERENT'}  ${name}: ${mine} (report: ${theirs})`);
  if (!same) process.exitCode = 1;
}

for (const side of ['mlops', 'llmops'].filter((name) => report.sides[name] !== null)) {
  for (const [name, value] of Object.entries(scoreSide(side))) {
    check(`${side} ${name}`, value, at(report.sides[side], name));
  }
}
const llmops = report.sides.llmops;
if (llmops !== null && retrieval.length > 0) {
  const { recall, scored } = scoreRetrieval();
  const theirs = llmops.retrieval.recallAt5 ?? llmops.retrieval.recallAt5Untuned;
  if (scored === retrieval.length) check('llmops recall at 5', recall, theirs);
  else
    console.log(
      `recall at 5: ${recall} of ${scored} questions with a text file (report: ${theirs} of ${retrieval.length})`,
    );
}
