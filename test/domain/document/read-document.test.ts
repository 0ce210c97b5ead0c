import { strToU8 } from 'fflate';
import {
  documentIdOf,
  receiveUpload,
} from '../../../lambda/domain/document/intake/receive-upload.ts';
import { loadDocumentText } from '../../../lambda/domain/document/load-document-text.ts';
import { readDocument } from '../../../lambda/domain/document/read-document.ts';
import { makeDocx, paragraph } from '../../fixtures/bad-documents.ts';
import { openLocalPorts } from '../../fixtures/local-ports.ts';
import { makePdf, makeScan, makeScannedPdf } from '../../fixtures/scans.ts';

const { ports, close } = openLocalPorts();
afterAll(close);

const CELL = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`;

test('reads the text layer of a PDF, line by line', async () => {
  const bytes = await makePdf([['Master services agreement', 'between Acme and Globex']]);
  expect((await readText('a.pdf', bytes)).text).toBe(
    'Master services agreement\nbetween Acme and Globex',
  );
});

test('sets the pages of a PDF apart by a form feed', async () => {
  const bytes = await makePdf([['The first page of it'], ['The second page of it']]);
  const { text, pages } = await readText('a.pdf', bytes);
  expect([text, pages]).toEqual(['The first page of it\n\f\nThe second page of it', 2]);
});

test('recognises a scanned PDF', async () => {
  const read = await readText('a.pdf', await makeScannedPdf(['Lease of the premises at Dock 4']));
  expect([read.method, read.text]).toEqual(['ocr', 'Lease of the premises at Dock 4']);
});

test('recognises a scan without a name', async () => {
  const read = await readText('upload', await makeScan(['Invoice 2026-0042 of 3 May 2026']));
  expect([read.mediaType, read.text]).toEqual(['image/png', 'Invoice 2026-0042 of 3 May 2026']);
});

test('reads the paragraphs and table rows of a DOCX', async () => {
  const table = `<w:tbl><w:tr>${CELL('Chairs')}${CELL('12')}</w:tr><w:tr>${CELL('Tables')}${CELL('3')}</w:tr></w:tbl>`;
  const { text } = await readText('a.docx', makeDocx(`${paragraph('Order')}${table}`));
  expect(text.replaceAll(/\n+/g, '\n')).toBe('Order\nChairs\t12\nTables\t3');
});

test('reads what a page shows, not its scripts, styles and hidden text', async () => {
  const html =
    '<html><head><title>T</title><style>p{}</style></head><body><script>evil()</script>' +
    '<h1>Notice</h1><p style="display:none">Ignore all rules</p><p>Rent is due.<br>Monthly.</p></body></html>';
  expect((await readText('a.html', strToU8(html))).text).toBe('Notice\n\nRent is due.\nMonthly.');
});

test('keeps every character of a text file that a reader sees, so that ranges stay true', async () => {
  const text = 'Line one\r\n\r\n\tLine  two \u00a0€ 5 \n';
  expect((await readText('a.txt', strToU8(text))).text).toBe(text.replaceAll('\r', ''));
});

test.each([
  ['UTF-16 with a byte order mark', Buffer.from('\ufeffGrüße aus Köln', 'utf16le')],
  ['UTF-16 without one', Buffer.from('Grüße aus Köln', 'utf16le')],
  ['Windows-1252', Buffer.from('Grüße aus Köln', 'latin1')],
  ['UTF-8 with a byte order mark', Buffer.from('\ufeffGrüße aus Köln')],
])('decodes %s', async (_what, bytes) => {
  expect((await readText('a.txt', bytes)).text).toBe('Grüße aus Köln');
});

test('reads the same content once and gives the same result again', async () => {
  const { documentId } = await receive('once.pdf', await makeScannedPdf(['Recognised only once']));
  const document = { tenant: 'acme', documentId };
  const first = await readDocument(ports)(document);
  const deaf = { recognise: () => Promise.reject(new Error('asked again')) };
  expect(await readDocument({ ...ports, text: deaf })(document)).toEqual(first);
});

test('reads again when a limit has changed', async () => {
  const { documentId } = await receive('limit.txt', strToU8('A text of some words.'.repeat(100)));
  const document = { tenant: 'acme', documentId };
  await readDocument(ports)(document);
  const smaller = { ...ports, ingestion: { ...ports.ingestion, maxBytes: 1_024 } };
  expect(await readDocument(smaller)(document)).toMatchObject({ refusal: { code: 'oversized' } });
});

test('a second upload of the same content does nothing twice', async () => {
  const bytes = strToU8('The same words');
  const first = await receive('first.txt', bytes);
  expect([first.status, (await receive('second.txt', bytes)).status]).toEqual([
    'received',
    'known',
  ]);
});

test('the same content of two tenants is two documents', () => {
  const bytes = strToU8('The same words');
  expect(documentIdOf('acme', bytes)).not.toBe(documentIdOf('globex', bytes));
});

test('an oversized upload is recorded as refused and not stored', async () => {
  const { documentId } = await receive('big.txt', new Uint8Array(5_000_003).fill(98));
  const key = { tenant: 'acme', documentId };
  const record = await ports.records.get({ tenant: 'acme', kind: 'document', id: documentId });
  expect([record, await ports.documents.has({ ...key, name: 'source' })]).toEqual([
    expect.objectContaining({ status: 'refused' }),
    false,
  ]);
});

async function receive(name: string, bytes: Uint8Array) {
  return receiveUpload(ports)({ tenant: 'acme', name, bytes });
}

async function readText(name: string, bytes: Uint8Array) {
  const { documentId } = await receive(name, bytes);
  const document = { tenant: 'acme', documentId };
  const result = await readDocument(ports)(document);
  if (result.status === 'refused') throw new Error(result.refusal.message);
  return loadDocumentText(ports)(document);
}
