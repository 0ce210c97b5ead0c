import { type ChainEntry, CHAIN_START, chainEntry, chainEntrySchema } from '../hash-chain.ts';
import type { SealedLines } from '../seal-records.ts';
import { merkleRoot } from './merkle-tree.ts';
import type { Anchor, Finding } from './verification.ts';

export interface ReadLog {
  /** Those that could be read, in the order of the file. */
  readonly entries: readonly ChainEntry[];
  readonly findings: readonly Finding[];
}

/** Reads the batches and names each that is missing, and each line that is no entry. */
export function readLog(batches: readonly SealedLines[]): ReadLog {
  const findings: Finding[] = [];
  const entries: ChainEntry[] = [];
  let expected = 1;
  for (const { number, lines } of batches) {
    if (number !== expected) {
      findings.push({
        what: 'dropped',
        where: spanOf('batch', expected, number - 1),
        detail: `no file of the log has the number`,
      });
    }
    expected = number + 1;
    for (const [at, line] of lines.entries()) {
      const entry = entryOf(line);
      if (entry !== null) entries.push(entry);
      else {
        const where = `batch ${number}, line ${at + 1}`;
        findings.push({ what: 'unreadable', where, detail: 'it is no entry of the log' });
      }
    }
  }
  return { entries, findings };
}

/** Names every entry that was altered, dropped, inserted, reordered or rewritten. */
export function verifyEntries(entries: readonly ChainEntry[]): readonly Finding[] {
  const findings: Finding[] = [];
  const first = new Map<number, ChainEntry>();
  let highest = 0;
  for (const entry of entries) {
    const where = `entry ${entry.sequence}`;
    if (chainEntry(entry).hash !== entry.hash) {
      const detail = 'its hash is not that of what it says';
      findings.push({ what: 'altered', where, detail });
    }
    if (first.has(entry.sequence)) {
      const detail = 'another entry has its number';
      findings.push({ what: 'inserted', where, detail });
      continue;
    }
    if (entry.sequence < highest) {
      findings.push({ what: 'reordered', where, detail: `it stands after entry ${highest}` });
    }
    first.set(entry.sequence, entry);
    highest = Math.max(highest, entry.sequence);
  }
  return [...findings, ...missingIn(first, highest), ...brokenLinks(first, highest)];
}

/** Whether the log goes on from what was noted elsewhere. */
export function verifyAnchor(entries: readonly ChainEntry[], anchor: Anchor): readonly Finding[] {
  const hashes = entries.slice(0, anchor.entries).map(({ hash }) => hash);
  if (entries.length < anchor.entries) {
    const where = spanOf('entry', entries.length + 1, anchor.entries);
    const detail = `the end was cut off: ${anchor.entries} entries were noted on ${anchor.at}`;
    return [{ what: 'dropped', where, detail }];
  }
  if (merkleRoot(hashes) === anchor.root) return [];
  const where = spanOf('entry', 1, anchor.entries);
  const detail = `the log was written anew: its tree is not the one noted on ${anchor.at}`;
  return [{ what: 'rewritten', where, detail }];
}

function missingIn(found: ReadonlyMap<number, ChainEntry>, highest: number): readonly Finding[] {
  const findings: Finding[] = [];
  for (let sequence = 1; sequence <= highest; sequence += 1) {
    if (found.has(sequence)) continue;
    const from = sequence;
    while (sequence < highest && !found.has(sequence + 1)) sequence += 1;
    const detail = 'the log goes on after them';
    findings.push({ what: 'dropped', where: spanOf('entry', from, sequence), detail });
  }
  return findings;
}

/** An entry whose hash was made to fit does not fit the next one. */
function brokenLinks(found: ReadonlyMap<number, ChainEntry>, highest: number): readonly Finding[] {
  const findings: Finding[] = [];
  for (let sequence = 1; sequence <= highest; sequence += 1) {
    const entry = found.get(sequence);
    const before = sequence === 1 ? CHAIN_START : found.get(sequence - 1)?.hash;
    if (entry === undefined || before === undefined || entry.previous === before) continue;
    const where = sequence === 1 ? 'entry 1' : `entry ${sequence - 1} or ${sequence}`;
    const detail = `entry ${sequence} does not follow the one before it`;
    findings.push({ what: 'rewritten', where, detail });
  }
  return findings;
}

function entryOf(line: string): ChainEntry | null {
  try {
    const parsed = chainEntrySchema.safeParse(JSON.parse(line));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

function spanOf(what: string, from: number, to: number): string {
  return from === to ? `${what} ${from}` : `${what} ${from} to ${to}`;
}
