import { existsSync, readdirSync } from 'node:fs';
import type Database from 'libsql';
import type { RecordChange } from '../../lambda/domain/governance/record-change.ts';

/** The stream of changes, each written in the transaction of its record. */
export interface RecordChanges {
  /** Called after a write of this process. */
  onChange: (tenant: string) => void;
  /** Tenants that have a file. */
  tenants(): readonly string[];
  /** Readers that there are: nothing goes before each of them has taken it. */
  enrol(tenant: string, readers: readonly string[]): void;
  /**
   * The next changes for a reader, in order, at most 100; nobody else gets them until the lease ends.
   * Null where another process holds it.
   */
  next(tenant: string, reader: string, lease: Lease): Batch | null;
  /** The reader has taken all up to `number`; what every reader has taken goes. */
  taken(tenant: string, reader: string, number: number): void;
}
export interface Lease {
  readonly holder: string;
  readonly lengthMs: number;
}
export interface Batch {
  readonly changes: readonly RecordChange[];
  readonly number: number;
}

/** As many as the stream of the table gives to a function at once. */
const BATCH = 100;

/** A table's stream on SQLite: an outbox with one cursor a reader. */
export function changesOf(
  directory: string,
  open: (tenant: string) => { readonly database: Database.Database },
  nowMs: () => number,
): RecordChanges {
  return {
    onChange: () => undefined,
    tenants() {
      if (!existsSync(directory)) return [];
      return readdirSync(directory, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name);
    },
    enrol(tenant, readers) {
      const { database } = open(tenant);
      const insert = database.prepare(
        'INSERT INTO readers VALUES (?, 0, NULL, 0) ON CONFLICT DO NOTHING',
      );
      for (const reader of readers) insert.run(reader);
    },
    next(tenant, reader, { holder, lengthMs }) {
      const { database } = open(tenant);
      const row: unknown = database
        .prepare(
          `UPDATE readers SET holder = ?2, until = ?4
           WHERE name = ?1 AND (holder IS NULL OR holder = ?2 OR until <= ?3) RETURNING number`,
        )
        .get(reader, holder, nowMs(), nowMs() + lengthMs);
      if (row === undefined || row === null) return null;
      const number = numberOf(row, 'number');
      const rows: unknown[] = database
        .prepare('SELECT * FROM changes WHERE number > ? ORDER BY number LIMIT ?')
        .all(number, BATCH);
      const changes = rows.map((change) => changeOf(tenant, change));
      const last = rows.at(-1);
      return { changes, number: last === undefined ? number : numberOf(last, 'number') };
    },
    taken(tenant, reader, number) {
      const { database } = open(tenant);
      database
        .prepare('UPDATE readers SET number = ?, holder = NULL, until = 0 WHERE name = ?')
        .run(number, reader);
      database
        .prepare('DELETE FROM changes WHERE number <= (SELECT MIN(number) FROM readers)')
        .run();
    },
  };
}

function changeOf(tenant: string, row: unknown): RecordChange {
  const value = columnOf(row, 'value');
  const salt = columnOf(row, 'salt');
  return {
    tenant,
    kind: String(columnOf(row, 'kind')),
    recordId: String(columnOf(row, 'id')),
    changeId: `${tenant}/${numberOf(row, 'number')}`,
    at: String(columnOf(row, 'at')),
    value: typeof value === 'string' ? JSON.parse(value) : null,
    salt: typeof salt === 'string' ? salt : '',
  };
}

function columnOf(row: unknown, column: string): unknown {
  return typeof row === 'object' && row !== null ? Reflect.get(row, column) : null;
}

function numberOf(row: unknown, column: string): number {
  const value = columnOf(row, column);
  if (typeof value === 'number') return value;
  throw new TypeError(`column ${column} must hold a number, got ${typeof value}`);
}
