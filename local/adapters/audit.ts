import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod';
import {
  CHAIN_START,
  type ChainEntry,
  type ChainHead,
  chainEntry,
  chainEntrySchema,
  verifyChain,
} from '../../lambda/domain/governance/hash-chain.ts';
import { InvalidInputError } from '../../lambda/errors.ts';
import type { Audit } from '../../lambda/ports.ts';

export interface FileAudit extends Audit {
  /** All entries of a tenant, in order. */
  read(tenant: string): readonly ChainEntry[];
  /** Null for a whole log, else where it was edited, reordered or cut off. */
  verify(tenant: string): ReturnType<typeof verifyChain>;
}

const headSchema = z.strictObject({ sequence: z.int().min(1), hash: z.string() });

interface Log {
  readonly path: string;
  readonly headPath: string;
  readonly ids: Set<string>;
  sequence: number;
  last: string;
}

/**
 * One file of hash-chained JSON lines a tenant. A line is written whole before `append` returns, and
 * a half line that a crash left is dropped when the file is next opened. The newest entry is noted in
 * `heads/`, after its line: a log that ends before it was cut off. Who may write both can still
 * forge both: on AWS the log is in a bucket that its writer cannot delete from.
 */
export function fileAudit(options: {
  readonly directory: string;
  readonly now: () => number;
}): FileAudit {
  const logs = new Map<string, Log>();
  const open = (tenant: string): Log => {
    const known = logs.get(tenant);
    if (known !== undefined) return known;
    mkdirSync(join(options.directory, 'heads'), { recursive: true });
    const file = createHash('sha256').update(tenant).digest('hex').slice(0, 32);
    const path = join(options.directory, `${file}.jsonl`);
    dropHalfLine(path);
    const entries = readEntries(path);
    const last = entries.at(-1);
    const headPath = join(options.directory, 'heads', `${file}.json`);
    const log: Log = {
      path,
      headPath,
      ids: new Set(entries.map(({ id, kind }) => `${kind}/${id}`)),
      sequence: last?.sequence ?? 0,
      last: last?.hash ?? CHAIN_START,
    };
    logs.set(tenant, log);
    return log;
  };
  return {
    async append({ tenant, id, kind, detail }) {
      const log = open(tenant);
      if (log.ids.has(`${kind}/${id}`)) return;
      const at = new Date(options.now()).toISOString();
      const entry = chainEntry({
        sequence: log.sequence + 1,
        id,
        at,
        kind,
        detail,
        previous: log.last,
      });
      appendFileSync(log.path, `${JSON.stringify(entry)}\n`);
      log.ids.add(`${kind}/${id}`);
      log.sequence = entry.sequence;
      log.last = entry.hash;
      writeHead(log.headPath, { sequence: entry.sequence, hash: entry.hash });
    },
    read: (tenant) => readEntries(open(tenant).path),
    verify(tenant) {
      const { path, headPath } = open(tenant);
      return verifyChain(readEntries(path), readHead(headPath));
    },
  };
}

/** Whole or not at all: a half head would accuse a whole log. */
function writeHead(path: string, head: ChainHead): void {
  writeFileSync(`${path}.tmp`, JSON.stringify(head));
  renameSync(`${path}.tmp`, path);
}

function readHead(path: string): ChainHead | null {
  return existsSync(path) ? headSchema.parse(JSON.parse(readFileSync(path, 'utf8'))) : null;
}

/** After the last line feed stands what a crash left of a line: it was never acknowledged. */
function dropHalfLine(path: string): void {
  if (!existsSync(path)) return;
  const bytes = readFileSync(path);
  const whole = bytes.lastIndexOf(0x0a) + 1;
  if (whole < bytes.length) truncateSync(path, whole);
}

function readEntries(path: string): readonly ChainEntry[] {
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.flatMap((line, at) => {
    if (line === '') return [];
    const parsed = chainEntrySchema.safeParse(JSON.parse(line));
    if (parsed.success) return [parsed.data];
    throw new InvalidInputError(
      `line ${at + 1} of ${path} must be an audit entry: ${z.prettifyError(parsed.error)}; restore the file`,
    );
  });
}
