import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';
import { InvalidInputError } from '../../lambda/errors.ts';
import type { RecordKey, Records } from '../../lambda/store-ports.ts';
import { safePath } from './atomic-files.ts';
import { changesOf, type RecordChanges } from './record-changes.ts';

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS records (
    kind TEXT NOT NULL, id TEXT NOT NULL, value TEXT NOT NULL, salt TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (kind, id)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS counters (
    kind TEXT NOT NULL, id TEXT NOT NULL, count REAL NOT NULL, expires INTEGER NOT NULL,
    PRIMARY KEY (kind, id)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS changes (
    number INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, id TEXT NOT NULL,
    at TEXT NOT NULL, value TEXT, salt TEXT NOT NULL DEFAULT ''
  );
  CREATE TABLE IF NOT EXISTS readers (
    name TEXT PRIMARY KEY, number INTEGER NOT NULL, holder TEXT, until INTEGER NOT NULL
  ) WITHOUT ROWID;`;

/** Waits this long for another process that writes the same tenant's file. */
const BUSY_TIMEOUT_MS = 10_000;

interface Tenant {
  readonly database: Database.Database;
  readonly change: Database.Statement;
  readonly put: Database.Statement;
  readonly putIfAbsent: Database.Statement;
  readonly get: Database.Statement;
  readonly list: Database.Statement;
  readonly increment: Database.Statement;
  readonly removeRecord: Database.Statement;
  readonly removeCounter: Database.Statement;
}

/**
 * Records in SQLite, one file a tenant, so that a tenant is isolated and erased by its file.
 * Write-ahead log with `synchronous = NORMAL`: a killed process loses nothing that was answered,
 * a power cut at most the last writes, never the file's integrity (sqlite.org/pragma.html).
 * `now` decides when a counter has expired; without it counters never expire.
 */
export function sqliteRecords(options: {
  readonly directory: string;
  readonly now?: () => number;
}): Records & RecordChanges & { close(): void } {
  const tenants = new Map<string, Tenant>();
  const nowMs = () => options.now?.() ?? 0;
  const at = () => new Date(nowMs()).toISOString();
  const of = (tenant: string): Tenant => {
    const known = tenants.get(tenant);
    if (known) return known;
    const opened = openTenant(safePath(options.directory, [tenant, 'records.sqlite']));
    tenants.set(tenant, opened);
    return opened;
  };
  const nowSeconds = () => (options.now ? Math.floor(options.now() / 1_000) : 0);
  /** The record and its change, or neither. */
  const write = (key: RecordKey, text: string | null, statement: Database.Statement): boolean => {
    const { database, change } = of(key.tenant);
    const written = database.transaction(() => {
      const salt = text === null ? '' : randomBytes(16).toString('hex');
      const given = text === null ? [key.kind, key.id] : [key.kind, key.id, text, salt];
      if (statement.run(...given).changes === 0) return false;
      change.run(key.kind, key.id, at(), text, salt);
      return true;
    })();
    if (written) stream.onChange(key.tenant);
    return written;
  };
  const stream = changesOf(options.directory, of, nowMs);
  return Object.assign(stream, {
    async put(key, value, { ifAbsent = false } = {}) {
      const { put, putIfAbsent } = of(key.tenant);
      return write(key, JSON.stringify(value), ifAbsent ? putIfAbsent : put);
    },
    async get(key) {
      const row = of(key.tenant).get.get(key.kind, key.id);
      return row === undefined || row === null ? null : JSON.parse(textOf(row, 'value'));
    },
    async list({ tenant, kind, limit, after = '' }) {
      if (!Number.isInteger(limit) || limit < 1) {
        throw new InvalidInputError(`limit of a page must be an integer from 1, got ${limit}`);
      }
      const rows = of(tenant).list.all(kind, after, limit + 1);
      const items = rows.slice(0, limit).map((row) => ({
        id: textOf(row, 'id'),
        value: JSON.parse(textOf(row, 'value')) as unknown,
        salt: textOf(row, 'salt'),
      }));
      const last = items.at(-1);
      return rows.length > limit && last ? { items, next: last.id } : { items };
    },
    async increment(key, by, expiresAtSeconds) {
      const row = of(key.tenant).increment.get(
        key.kind,
        key.id,
        by,
        expiresAtSeconds,
        nowSeconds(),
      );
      return numberOf(row, 'count');
    },
    async remove(key: RecordKey) {
      const { removeRecord, removeCounter } = of(key.tenant);
      write(key, null, removeRecord);
      removeCounter.run(key.kind, key.id);
    },
    close() {
      for (const { database } of tenants.values()) database.close();
      tenants.clear();
    },
  } satisfies Records & { close(): void });
}

function openTenant(path: string): Tenant {
  mkdirSync(dirname(path), { recursive: true });
  const database = new Database(path);
  database.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = NORMAL');
  database.exec(SCHEMA);
  addSalts(database);
  return {
    database,
    change: database.prepare(
      'INSERT INTO changes (kind, id, at, value, salt) VALUES (?, ?, ?, ?, ?)',
    ),
    put: database.prepare(
      'INSERT INTO records VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value, salt = excluded.salt',
    ),
    putIfAbsent: database.prepare('INSERT INTO records VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING'),
    get: database.prepare('SELECT value FROM records WHERE kind = ? AND id = ?'),
    list: database.prepare(
      'SELECT id, value, salt FROM records WHERE kind = ? AND id > ? ORDER BY id LIMIT ?',
    ),
    increment: database.prepare(
      `INSERT INTO counters VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO UPDATE SET
         count = CASE WHEN expires <= ?5 THEN excluded.count ELSE count + excluded.count END,
         expires = CASE WHEN expires <= ?5 THEN excluded.expires ELSE expires END
       RETURNING count`,
    ),
    removeRecord: database.prepare('DELETE FROM records WHERE kind = ? AND id = ?'),
    removeCounter: database.prepare('DELETE FROM counters WHERE kind = ? AND id = ?'),
  };
}

/** Files of older versions know no salts: what stands in them was sealed without. */
function addSalts(database: Database.Database): void {
  for (const table of ['records', 'changes']) {
    const columns: unknown[] = database.prepare(`PRAGMA table_info(${table})`).all();
    if (columns.some((column) => textOf(column, 'name') === 'salt')) continue;
    database.exec(`ALTER TABLE ${table} ADD COLUMN salt TEXT NOT NULL DEFAULT ''`);
  }
}

function textOf(row: unknown, column: string): string {
  const value: unknown = typeof row === 'object' && row !== null ? Reflect.get(row, column) : null;
  if (typeof value === 'string') return value;
  throw new TypeError(`column ${column} must hold text, got ${typeof value}`);
}

function numberOf(row: unknown, column: string): number {
  const value: unknown = typeof row === 'object' && row !== null ? Reflect.get(row, column) : null;
  if (typeof value === 'number') return value;
  throw new TypeError(`column ${column} must hold a number, got ${typeof value}`);
}
