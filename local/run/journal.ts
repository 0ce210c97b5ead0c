import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Append-only record of finished work: one JSON line an item, written after the item is done. A
 * killed process leaves at most one torn line, which reading drops; the item is then done again.
 */
export interface Journal<T> {
  readonly done: ReadonlyMap<string, T>;
  add(id: string, value: T): void;
}

export function openJournal<T>(path: string, parse: (value: unknown) => T): Journal<T> {
  mkdirSync(dirname(path), { recursive: true });
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const done = new Map<string, T>();
  for (const line of text.split('\n')) {
    const entry = parseLine(line, parse);
    if (entry !== null) done.set(entry.id, entry.value);
  }
  // A torn last line must not swallow the next entry.
  if (text !== '' && !text.endsWith('\n')) appendFileSync(path, '\n');
  return {
    done,
    add(id, value) {
      appendFileSync(path, `${JSON.stringify({ id, value })}\n`);
      done.set(id, value);
    },
  };
}

function parseLine<T>(line: string, parse: (value: unknown) => T): { id: string; value: T } | null {
  if (line === '') return null;
  try {
    const entry: unknown = JSON.parse(line);
    if (typeof entry !== 'object' || entry === null || !('id' in entry) || !('value' in entry)) {
      return null;
    }
    return { id: String(entry.id), value: parse(entry.value) };
  } catch {
    return null;
  }
}
