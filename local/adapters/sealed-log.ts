import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chainEntrySchema } from '../../lambda/domain/governance/hash-chain.ts';
import type { SealedBatch, SealedLog } from '../../lambda/domain/governance/seal-records.ts';
import { safePath } from './atomic-files.ts';

/**
 * Batches at `<directory>/<tenant>/<10 digits>.jsonl`, created and never written again. Who may write
 * the folder can still remove its end or make it anew: on AWS the log lies in a bucket whose writer
 * cannot delete, and a head that is kept elsewhere shows it.
 */
export function fileSealedLog(options: { readonly directory: string }): SealedLog {
  const folderOf = (tenant: string) => safePath(options.directory, [tenant]);
  return {
    async *read(tenant) {
      for (const number of numbersIn(folderOf(tenant))) {
        yield { number, lines: linesOf(join(folderOf(tenant), nameOf(number))) };
      }
    },
    async last(tenant) {
      const number = numbersIn(folderOf(tenant)).at(-1);
      if (number === undefined) return null;
      return { number, entries: readBatch(join(folderOf(tenant), nameOf(number))) };
    },
    async append(tenant, { number, entries }) {
      const folder = folderOf(tenant);
      mkdirSync(folder, { recursive: true });
      const text = entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
      try {
        // `wx` fails where another process was first: the chain cannot fork.
        writeFileSync(join(folder, nameOf(number)), text, { flag: 'wx' });
        return true;
      } catch (error) {
        if (isThere(error)) return false;
        throw error;
      }
    },
  };
}

function numbersIn(folder: string): readonly number[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .map((name) => Number.parseInt(name, 10))
    .sort((a, b) => a - b);
}

function isThere(error: unknown): boolean {
  return typeof error === 'object' && error !== null && Reflect.get(error, 'code') === 'EEXIST';
}

function nameOf(number: number): string {
  return `${String(number).padStart(10, '0')}.jsonl`;
}

function readBatch(path: string): SealedBatch['entries'] {
  return linesOf(path).map((line) => chainEntrySchema.parse(JSON.parse(line)));
}

function linesOf(path: string): readonly string[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
}
