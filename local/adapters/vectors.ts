import { createHash } from 'node:crypto';
import { mkdirSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import Database from 'libsql';
import * as z from 'zod';
import { FUNCTION_WORDS, words } from '../../lambda/domain/text/words.ts';
import type { ChunkHit, VectorQuery, Vectors } from '../../lambda/ports.ts';

export interface SqliteVectorsSettings {
  /** One file a tenant is made here, so that isolation and erasure are those of files. */
  readonly directory: string;
  /** `scan` never loads the extension: for platforms without it (musl). @default 'extension' */
  readonly engine?: 'extension' | 'scan';
}

interface Tenant {
  readonly database: Database.Database;
  readonly engine: 'extension' | 'scan';
}

const SCHEMA = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  CREATE TABLE IF NOT EXISTS chunks (
    id INTEGER PRIMARY KEY, chunk_id TEXT NOT NULL, document_id TEXT NOT NULL,
    range_start INTEGER NOT NULL, range_end INTEGER NOT NULL, vector BLOB NOT NULL);
  CREATE INDEX IF NOT EXISTS chunks_of_document ON chunks (document_id, id);
  CREATE VIRTUAL TABLE IF NOT EXISTS texts USING fts5 (
    text, content = '', contentless_delete = 1, tokenize = 'porter unicode61 remove_diacritics 2');`;

const COLUMNS = 'chunk_id, document_id, range_start, range_end';

/** FTS5 reads a term's whole list to weigh it: a longer query costs more than it finds. */
const MOST_TERMS = 64;

const spanRow = z.object({ first: z.number().nullable(), last: z.number().nullable() });
const chunkRow = z.object({
  chunk_id: z.string(),
  document_id: z.string(),
  range_start: z.number(),
  range_end: z.number(),
});
const hitRow = chunkRow.extend({ score: z.number() });
/** libsql gives blobs as ArrayBuffers (of its own realm), SQLite bindings elsewhere as views. */
const vectorRow = chunkRow.extend({
  vector: z.custom<ArrayBuffer | Uint8Array>(
    (value) =>
      ArrayBuffer.isView(value) || Object.prototype.toString.call(value) === '[object ArrayBuffer]',
  ),
});

/**
 * Vectors and BM25 in one SQLite file a tenant: exact cosine by sqlite-vec, or by a scan in
 * JavaScript where the extension cannot load; FTS5 with Porter stems. The chunks of a document have
 * consecutive ids, so that a search within one document reads only those.
 */
export function sqliteVectors(settings: SqliteVectorsSettings): Vectors & { close(): void } {
  const tenants = new Map<string, Tenant>();
  const open = (name: string): Tenant => {
    const known = tenants.get(name);
    if (known !== undefined) return known;
    const tenant = openTenant(settings, name);
    tenants.set(name, tenant);
    return tenant;
  };
  return {
    async replace({ tenant, documentId }, chunks) {
      const { database } = open(tenant);
      const insert = database.prepare('INSERT INTO chunks VALUES (?, ?, ?, ?, ?, ?)');
      const insertText = database.prepare('INSERT INTO texts (rowid, text) VALUES (?, ?)');
      database.transaction(() => {
        erase(database, documentId);
        let id = (spanOf(database, null)?.last ?? 0) + 1;
        for (const chunk of chunks) {
          const [start, end] = chunk.range;
          insert.run([id, chunk.chunkId, documentId, start, end, toBlob(chunk.vector)]);
          insertText.run([id, chunk.text]);
          id += 1;
        }
      })();
    },
    async searchByVector(query) {
      const { database, engine } = open(query.tenant);
      const span = spanOf(database, query.documentId ?? null);
      if (span === null) return [];
      const search = engine === 'extension' ? searchByExtension : searchByScan;
      return search(database, { ...query, ...span });
    },
    async searchByText(query) {
      const { database } = open(query.tenant);
      const span = spanOf(database, query.documentId ?? null);
      const terms = textTerms(query.text);
      if (span === null || terms.length === 0) return [];
      const rows = database
        .prepare(
          `SELECT ${COLUMNS}, -found.score AS score FROM
           (SELECT rowid, bm25(texts) AS score FROM texts
            WHERE texts MATCH ? AND rowid BETWEEN ? AND ? ORDER BY score, rowid LIMIT ?) AS found
           JOIN chunks ON chunks.id = found.rowid ORDER BY found.score, chunks.id`,
        )
        .all([terms.join(' OR '), span.first, span.last, query.limit]);
      return rows.map((row) => toHit(hitRow.parse(row)));
    },
    async remove({ tenant, documentId }) {
      const { database } = open(tenant);
      database.transaction(() => erase(database, documentId))();
    },
    close() {
      for (const { database } of tenants.values()) database.close();
      tenants.clear();
    },
  };
}

function openTenant(settings: SqliteVectorsSettings, name: string): Tenant {
  mkdirSync(settings.directory, { recursive: true });
  // A hash, because a tenant's name may hold characters that file systems refuse or fold.
  const file = createHash('sha256').update(name).digest('hex').slice(0, 32);
  const database = new Database(join(settings.directory, `${file}.sqlite`));
  database.exec(SCHEMA);
  const loaded = settings.engine !== 'scan' && loadExtension(database);
  return { database, engine: loaded ? 'extension' : 'scan' };
}

/** False where no binary of sqlite-vec is installed for this platform: the scan then serves. */
function loadExtension(database: Database.Database): boolean {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const suffix = platform === 'windows' ? 'dll' : platform === 'darwin' ? 'dylib' : 'so';
  const entry = `sqlite-vec-${platform}-${process.arch}/vec0.${suffix}`;
  const script = process.argv[1];
  for (const base of [process.cwd(), ...(script === undefined ? [] : [realpathSync(script)])]) {
    try {
      database.loadExtension(createRequire(join(base, 'resolve.js')).resolve(entry));
      return true;
    } catch {
      continue;
    }
  }
  return false;
}

function spanOf(database: Database.Database, documentId: string | null) {
  const where = documentId === null ? '' : 'WHERE document_id = ?';
  const row = database
    .prepare(`SELECT min(id) AS first, max(id) AS last FROM chunks ${where}`)
    .get(documentId === null ? [] : [documentId]);
  const { first, last } = spanRow.parse(row);
  return first === null || last === null ? null : { first, last };
}

function erase(database: Database.Database, documentId: string): void {
  const span = spanOf(database, documentId);
  if (span === null) return;
  database.prepare('DELETE FROM texts WHERE rowid BETWEEN ? AND ?').run([span.first, span.last]);
  database.prepare('DELETE FROM chunks WHERE id BETWEEN ? AND ?').run([span.first, span.last]);
}

type SpanQuery = VectorQuery & {
  readonly vector: Float32Array;
  readonly first: number;
  readonly last: number;
};

function searchByExtension(database: Database.Database, query: SpanQuery): readonly ChunkHit[] {
  return database
    .prepare(
      `SELECT ${COLUMNS}, 1 - vec_distance_cosine(vector, ?) AS score
       FROM chunks WHERE id BETWEEN ? AND ? ORDER BY score DESC, id LIMIT ?`,
    )
    .all([toBlob(query.vector), query.first, query.last, query.limit])
    .map((row) => toHit(hitRow.parse(row)));
}

function searchByScan(database: Database.Database, query: SpanQuery): readonly ChunkHit[] {
  return database
    .prepare(`SELECT ${COLUMNS}, vector FROM chunks WHERE id BETWEEN ? AND ? ORDER BY id`)
    .all([query.first, query.last])
    .map((row) => {
      const parsed = vectorRow.parse(row);
      return toHit({ ...parsed, score: cosine(query.vector, parsed.vector) });
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, query.limit);
}

function cosine(query: Float32Array, blob: ArrayBuffer | Uint8Array): number {
  const view = ArrayBuffer.isView(blob)
    ? new DataView(blob.buffer, blob.byteOffset, blob.byteLength)
    : new DataView(blob);
  let product = 0;
  let squares = 0;
  for (let at = 0; at < query.length; at++) {
    const value = view.getFloat32(at * 4, true);
    product += value * (query[at] ?? 0);
    squares += value * value;
  }
  const length = query.reduce((sum, value) => sum + value * value, 0);
  return squares === 0 || length === 0 ? 0 : product / Math.sqrt(squares * length);
}

/** A repeated term counts as often as it stands: the expansion states weights that way. */
function textTerms(text: string): readonly string[] {
  return words(text)
    .filter((word) => !FUNCTION_WORDS.has(word))
    .slice(0, MOST_TERMS)
    .map((word) => `"${word}"`);
}

function toBlob(vector: Float32Array): Buffer {
  return Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength);
}

function toHit(row: z.infer<typeof hitRow>): ChunkHit {
  return {
    chunkId: row.chunk_id,
    documentId: row.document_id,
    range: [row.range_start, row.range_end],
    score: row.score,
  };
}
