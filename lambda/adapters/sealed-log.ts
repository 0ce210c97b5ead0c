import { chainEntrySchema } from '../domain/governance/hash-chain.ts';
import type { SealedBatch, SealedLog } from '../domain/governance/seal-records.ts';
import type { ClientSettings } from './client-settings.ts';
import { type S3Blobs, s3Blobs } from './s3-blobs.ts';

/**
 * Batches at `sealed/<tenant>/<10 digits>.jsonl`, written only where nothing is: S3 itself keeps
 * the chain from forking. Needs s3:GetObject, s3:PutObject there and s3:ListBucket.
 */
export function s3SealedLog(options: {
  readonly auditBucket: string;
  readonly client?: ClientSettings;
}): SealedLog {
  const blobs = s3Blobs({ bucket: options.auditBucket, client: options.client });
  const latest = new Map<string, number>();
  return {
    async *read(tenant) {
      for (const name of await blobs.list(`sealed/${tenant}/`)) {
        const number = Number.parseInt(name.slice(name.lastIndexOf('/') + 1), 10);
        yield { number, lines: await linesOf(blobs, tenant, number) };
      }
    },
    async last(tenant) {
      const number = await lastNumber(blobs, tenant, latest.get(tenant) ?? 0);
      latest.set(tenant, number);
      return number === 0 ? null : { number, entries: await read(blobs, tenant, number) };
    },
    async append(tenant, { number, entries }) {
      const text = entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
      return blobs.put(keyOf(tenant, number), new TextEncoder().encode(text), {
        mediaType: 'application/jsonl',
        ifAbsent: true,
      });
    },
  };
}

/** Numbers have no gaps: doubling, then halving the step finds the last in few requests. */
async function lastNumber(blobs: S3Blobs, tenant: string, known: number): Promise<number> {
  let last = known;
  let step = 1;
  while (await blobs.has(keyOf(tenant, last + step))) {
    last += step;
    step *= 2;
  }
  for (step = Math.floor(step / 2); step >= 1; step = Math.floor(step / 2)) {
    if (await blobs.has(keyOf(tenant, last + step))) last += step;
  }
  return last;
}

async function read(
  blobs: S3Blobs,
  tenant: string,
  number: number,
): Promise<SealedBatch['entries']> {
  const lines = await linesOf(blobs, tenant, number);
  return lines.map((line) => chainEntrySchema.parse(JSON.parse(line)));
}

async function linesOf(blobs: S3Blobs, tenant: string, number: number): Promise<readonly string[]> {
  const text = new TextDecoder().decode(await blobs.get(keyOf(tenant, number)));
  return text.split('\n').filter((line) => line !== '');
}

function keyOf(tenant: string, number: number): string {
  return `sealed/${tenant}/${String(number).padStart(10, '0')}.jsonl`;
}
