import { randomBytes } from 'node:crypto';
import { strToU8 } from 'fflate';
import sharp from 'sharp';
import { readDocument } from '../../../lambda/domain/document/read-document.ts';
import { receiveUpload } from '../../../lambda/domain/document/intake/receive-upload.ts';
import {
  cutOff,
  cutOffPng,
  deepDocx,
  deepHtml,
  docxWithMacros,
  encryptedDocx,
  encryptedPdf,
  hugePng,
  lyingZipBomb,
  makeDocx,
  nestedArchives,
  paragraph,
  pdfBomb,
  pdfOfForms,
  pdfOfPages,
  pdfWithScript,
  scriptLadenHtml,
  zipBomb,
} from '../../fixtures/bad-documents.ts';
import { openLocalPorts } from '../../fixtures/local-ports.ts';
import { makePdf } from '../../fixtures/scans.ts';

const { ports, close } = openLocalPorts();
afterAll(close);

type Bytes = Uint8Array | Promise<Uint8Array>;
const latin1 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));

const CASES: readonly (readonly [what: string, name: string, make: () => Bytes, code: string])[] = [
  ['an empty file', 'a.txt', () => new Uint8Array(), 'empty'],
  ['a file of blanks', 'a.txt', () => strToU8(' \n\n\t '), 'no-text'],
  ['a file over the limit', 'a.txt', () => new Uint8Array(5_000_001).fill(97), 'oversized'],
  ['random bytes', 'a.bin', () => Uint8Array.from([0, 1, 2, ...randomBytes(2_000)]), 'binary'],
  ['text with NUL bytes', 'a.txt', () => strToU8(`words${'\0'.repeat(9)}more words`), 'binary'],
  [
    'a ZIP archive',
    'a.zip',
    () => strToU8('PK\u0005\u0006'.padEnd(22, '\0')),
    'unsupported-format',
  ],
  [
    'an old Word file',
    'a.doc',
    () => Buffer.from('d0cf11e0a1b11ae100', 'hex'),
    'unsupported-format',
  ],
  [
    'damaged UTF-8',
    'a.txt',
    () => Uint8Array.from([...strToU8('Zürich käme für größere'), 0xc3]),
    'wrong-encoding',
  ],
  [
    'bytes of no language',
    'a.txt',
    () => latin1('\xa4\xb6\xc3\xd7 \xf7\xa6a\xb8 \xd7\xbeB\xf7 x\xac'),
    'wrong-encoding',
  ],
  [
    'half a character of UTF-16',
    'a.txt',
    () => Uint8Array.of(0xff, 0xfe, 72, 0, 105),
    'wrong-encoding',
  ],
  ['a PDF named .docx', 'a.docx', () => makePdf([['Hello']]), 'mislabelled'],
  [
    'text named .pdf',
    'a.pdf',
    () => strToU8('This is only a text, whatever its name says.'),
    'mislabelled',
  ],
  ['an image named .txt', 'a.txt', () => Buffer.from('89504e470d0a1a0a', 'hex'), 'mislabelled'],
  [
    'a PDF that is cut off',
    'a.pdf',
    async () => cutOff(await makePdf([['Hello']]), 0.4),
    'corrupt',
  ],
  [
    'a PDF of noise',
    'a.pdf',
    () => Uint8Array.from([...strToU8('%PDF-1.7\n'), ...randomBytes(500)]),
    'corrupt',
  ],
  ['a DOCX that is cut off', 'a.docx', () => cutOff(makeDocx(paragraph('Hello')), 0.6), 'corrupt'],
  ['a DOCX without a document', 'a.docx', () => makeDocx('<w:p'), 'corrupt'],
  ['a PNG that is cut off', 'a.png', cutOffPng, 'corrupt'],
  [
    'a JPEG of noise',
    'a.jpg',
    () => Uint8Array.from([0xff, 0xd8, 0xff, ...randomBytes(500)]),
    'corrupt',
  ],
  ['an encrypted PDF', 'a.pdf', encryptedPdf, 'encrypted'],
  ['an encrypted DOCX', 'a.docx', encryptedDocx, 'encrypted'],
  ['a PDF of 1,001 pages', 'a.pdf', () => pdfOfPages(1_001), 'too-many-pages'],
  ['a zip bomb', 'a.docx', zipBomb, 'expands-too-far'],
  ['a zip bomb that lies about its size', 'a.docx', lyingZipBomb, 'expands-too-far'],
  ['a PDF bomb', 'a.pdf', pdfBomb, 'expands-too-far'],
  ['a PDF of a billion drawings', 'a.pdf', () => pdfOfForms(9), 'expands-too-far'],
  ['an image of 3.6 thousand megapixels', 'a.png', hugePng, 'expands-too-far'],
  ['archives in archives', 'a.docx', nestedArchives, 'nested-too-deeply'],
  ['HTML of a million levels', 'a.html', () => deepHtml(400_000), 'nested-too-deeply'],
  ['HTML of 60 levels', 'a.html', () => deepHtml(60), 'nested-too-deeply'],
  ['a DOCX of 5,000 levels', 'a.docx', () => deepDocx(5_000), 'nested-too-deeply'],
  ['a page that is a program', 'a.html', scriptLadenHtml, 'active-content'],
  ['a PDF with JavaScript', 'a.pdf', pdfWithScript, 'active-content'],
  ['a DOCX with macros', 'a.docx', docxWithMacros, 'active-content'],
  ['a blank scan', 'a.png', blankScan, 'no-text'],
];

test.each(CASES)('refuses %s', async (_what, name, make, code) => {
  expect((await read(name, await make())).code).toBe(code);
});

test('a refusal says what must hold, what was given and what to do', async () => {
  const { message } = await read('a.txt', new Uint8Array(5_000_002).fill(97));
  expect(message).toBe(
    'a document must have at most 5000000 bytes, got 5000002; split it or raise ingestion.maxBytes in config',
  );
});

async function read(name: string, bytes: Uint8Array) {
  const { documentId } = await receiveUpload(ports)({ tenant: 'acme', name, bytes });
  const result = await readDocument(ports)({ tenant: 'acme', documentId });
  if (result.status === 'read') return { code: 'read', message: JSON.stringify(result) };
  return result.refusal;
}

function blankScan(): Promise<Uint8Array> {
  const page = { width: 800, height: 1_000, channels: 3, background: '#ffffff' } as const;
  return sharp({ create: page }).png().toBuffer();
}
