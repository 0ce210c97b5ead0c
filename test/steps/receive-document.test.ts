import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { receiveDocument as receiveDocumentStep } from '../../lambda/domain/document/intake/receive-document.ts';
import { fileDocuments } from '../../local/adapters/documents.ts';
import { sqliteRecords } from '../../local/adapters/records.ts';
import { inFlow } from '../fixtures/in-flow.ts';

const receiveDocument = inFlow(receiveDocumentStep);

const event = (key: string) => ({ detail: { bucket: { name: 'documents' }, object: { key } } });

/** The handler on this machine's stores; what was dropped is always the same invoice. */
function open(maxBytes = 1_000) {
  const directory = mkdtempSync(join(tmpdir(), 'strata-receive-'));
  const started: string[] = [];
  const read: string[] = [];
  const receive = receiveDocument({
    documents: fileDocuments({ directory: join(directory, 'documents') }),
    records: sqliteRecords({ directory: join(directory, 'records') }),
    dropped: {
      async read(key: string, most: number) {
        read.push(key);
        return new TextEncoder().encode('Invoice 4711, total 1,250.00 EUR').slice(0, most);
      },
    },
    ingestion: { maxBytes, maxPages: 10, maxDepth: 10, maxExpansion: 10 },
    flows: {
      startDocumentFlow: async ({ tenant }: { tenant: string }) => void started.push(tenant),
    },
    now: () => 0,
  });
  return { receive, started, read };
}

test('a dropped document belongs to the tenant of its folder and starts its flow', async () => {
  const { receive, started } = open();
  const received = await receive(event('incoming/acme/March/Invoice 4711.txt'));
  expect([received.status, started]).toEqual(['received', ['acme']]);
});

test('an event that comes twice starts the same execution and records nothing twice', async () => {
  const { receive } = open();
  const first = await receive(event('incoming/acme/invoice.txt'));
  const second = await receive(event('incoming/acme/invoice.txt'));
  expect([second.documentId, second.status]).toEqual([first.documentId, 'known']);
});

test('an oversized document is refused and starts nothing', async () => {
  const { receive, started } = open(10);
  const received = await receive(event('incoming/acme/invoice.txt'));
  expect([received.refusal?.code, started]).toEqual(['oversized', []]);
});

test('an object outside the drop folder is not read', async () => {
  const { receive, read } = open();
  await expect(receive(event('acme/0a1b/source'))).rejects.toThrow('incoming/<tenant>/<name>');
  expect(read).toEqual([]);
});

test.each([
  'incoming/incoming/x/y.txt',
  'incoming/platform/y.txt',
  'incoming/a#document/y.txt',
  'incoming/../y.txt',
])('a folder that is no tenant takes nothing in: %s', async (key) => {
  const { receive, read } = open();
  await expect(receive(event(key))).rejects.toThrow('incoming/<tenant>/<name>');
  expect(read).toEqual([]);
});
