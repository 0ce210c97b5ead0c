import { randomBytes } from 'node:crypto';
import { makeDocx, paragraph, encryptedPdf } from '../fixtures/bad-documents.ts';
import type { Upload } from '../../cli/aws/product-calls.ts';
import { makePdf, makeScan } from '../fixtures/scans.ts';

const lines = (number: string) => [
  `Invoice ${number}`,
  'Seller: Acme Limited',
  'Invoice date: 2026-03-04',
  'Total due: 1,234.50 EUR',
  'The payment is due within 30 days of the date of the invoice.',
];
const text = (number: string) => new TextEncoder().encode(lines(number).join('\n'));

/** One document of each kind that the console offers to take. */
export async function uploads(): Promise<readonly Upload[]> {
  const html = `<html><body>${lines('H-1')
    .map((line) => `<p>${line}</p>`)
    .join('')}</body></html>`;
  return [
    { name: 'invoice.txt', type: 'text/plain', bytes: text('T-1') },
    { name: 'invoice.html', type: 'text/html', bytes: new TextEncoder().encode(html) },
    { name: 'invoice.pdf', type: 'application/pdf', bytes: await makePdf([lines('P-1')]) },
    {
      name: 'invoice.docx',
      type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      bytes: makeDocx(lines('D-1').map(paragraph).join('')),
    },
    { name: 'invoice.png', type: 'image/png', bytes: await makeScan(lines('S-1')) },
  ];
}

/** One more invoice of its own. */
export async function another(number: string): Promise<Upload> {
  return { name: `${number}.txt`, type: 'text/plain', bytes: text(number) };
}

/** 6 MB: above the 4.4 MB that the API takes in a body. */
export function large(): Upload {
  const picture = randomBytes(6_000_000);
  return {
    name: 'large.docx',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    bytes: makeDocx(lines('L-1').map(paragraph).join(''), { 'word/media/image1.png': picture }),
  };
}

/** A file that must be refused by its name, and by nothing else. */
export async function poisoned(): Promise<Upload> {
  return { name: 'closed.pdf', type: 'application/pdf', bytes: await encryptedPdf() };
}
