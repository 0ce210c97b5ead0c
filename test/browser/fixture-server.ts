import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import type { ApiEnv } from '../../lambda/http/area.ts';
import { askArea } from '../../lambda/http/ask.ts';
import { consoleHeaders } from '../../lambda/http/console-headers.ts';
import { documentsArea } from '../../lambda/http/documents.ts';
import { overviewArea } from '../../lambda/http/overview.ts';
import { student } from '../../config/student.ts';
import { LimitExceededError } from '../../lambda/errors.ts';
import { fileDocuments } from '../../local/adapters/documents.ts';
import { sqliteRecords } from '../../local/adapters/records.ts';
import { answerFixture } from './fixture-answer.ts';
import { OVERVIEW } from './fixture-overview.ts';
import { RECORDS, TEXT } from './fixture-records.ts';

const WEB = join(__dirname, '../../dist/web');
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/**
 * The console over real areas and local adapters that hold a handful of records. `extend` adds
 * routes that answer before all others.
 */
export async function startFixtureServer(
  extend: (app: Hono<ApiEnv>) => void = () => undefined,
): Promise<{ url: string; close(): Promise<void> }> {
  const directory = mkdtempSync(join(tmpdir(), 'strata-console-'));
  const records = sqliteRecords({ directory });
  const documents = fileDocuments({ directory: join(directory, 'documents') });
  const text = { text: TEXT, pages: 1, method: 'text', mediaType: 'application/pdf' };
  const blob = new TextEncoder().encode(JSON.stringify({ ...text, ocrConfidence: null }));
  for (const record of RECORDS) {
    const { tenant, documentId } = record;
    await records.put({ tenant, kind: 'document', id: documentId }, record);
    await documents.put({ tenant, documentId, name: 'text' }, blob, 'application/json');
  }
  await records.put({ tenant: 'local', kind: 'comparison', id: 'latest' }, OVERVIEW);
  const app = new Hono<ApiEnv>();
  extend(app);
  app.use(async (c, next) => {
    c.set('tenant', 'local');
    await next();
  });
  let asked = 0;
  const limits = {
    take: async () => {
      asked += 1;
      if (asked > 50) throw new LimitExceededError('at most 50 questions a minute', 60);
    },
  };
  const ports = {
    records,
    documents,
    limits,
    ingestion: student.ingestion,
    now: () => Date.now(),
    newId: () => `interaction-${asked}`,
    answerQuestion: answerFixture,
    startDocumentFlow: async () => undefined,
    languageModel: { reader: 'extractive' },
    settings: { env: 'student', sides: { mlops: true, llmops: true } },
  };
  app.route('/api', documentsArea(ports));
  app.route('/api', askArea(ports));
  app.route('/api', overviewArea(ports));
  app.use(consoleHeaders());
  app.get('/*', async (c) => {
    const path = c.req.path === '/' ? '/index.html' : c.req.path;
    const body = await readFile(join(WEB, path)).catch(() => null);
    if (body === null) return c.text('not found', 404);
    return c.body(new Uint8Array(body), 200, {
      'content-type': MEDIA_TYPES[extname(path)] ?? 'application/octet-stream',
    });
  });
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, (address) => {
      resolve({
        url: `http://127.0.0.1:${address.port}`,
        async close() {
          await new Promise<void>((closed) => server.close(() => closed()));
          records.close();
          rmSync(directory, { recursive: true, force: true });
        },
      });
    });
  });
}
