import { randomBytes } from 'node:crypto';
import type { Page } from 'playwright-core';
import type { DocumentSummary } from '../../lambda/domain/document/document-summary.ts';
import { makeDocx, paragraph } from '../fixtures/bad-documents.ts';
import { startConsole, type Console } from './console-harness.ts';

const INVOICE = [
  'Invoice',
  'Invoice number: INV-2026-0042',
  'Invoice date: 2026-03-14',
  'From: Northwind Analytics Ltd, 1 Harbour Street, Dublin',
  'Bill to: Willow Cargo DAC',
  'Total amount due: EUR 1,200.00',
].join('\n');

let strata: Console;
let documents: readonly DocumentSummary[];
beforeAll(async () => {
  strata = await startConsole();
  documents = [...(await strata.documents())].sort((a, b) => a.name.localeCompare(b.name));
});
afterAll(() => strata.close());

async function openTable(): Promise<Page> {
  const { page } = await strata.open('#/documents');
  await page.getByRole('link', { name: documents[0]?.name ?? '' }).waitFor();
  return page;
}

async function choose(page: Page, filter: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: filter }).selectOption({ label: option });
}

test('a document is found and opened by keyboard alone', async () => {
  const wanted = documents.at(-1)?.name ?? '';
  const page = await openTable();
  await page.getByRole('searchbox').focus();
  await page.keyboard.type(wanted);
  const link = page.getByRole('link', { name: wanted });
  await link.waitFor();
  for (let presses = 0; presses < 30; presses += 1) {
    await page.keyboard.press('Tab');
    if (await link.evaluate((element) => element === document.activeElement)) break;
  }
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: wanted }).waitFor();
  await page.context().close();
});

test.each([
  ['Agreement', 'Sides differ in category', (one: DocumentSummary) => one.sameCategory === false],
  ['Status', 'Recorded', (one: DocumentSummary) => one.status === 'recorded'],
  [
    'Category',
    'invoice',
    (one: DocumentSummary) => [one.mlops.category, one.llmops.category].includes('invoice'),
  ],
])('the filter “%s” shows what it names only', async (filter, option, shows) => {
  const expected = documents.filter(shows).length;
  expect(expected).toBeLessThan(documents.length);
  const page = await openTable();
  await choose(page, filter, option);
  await page.getByText(`(${expected} of ${documents.length})`).waitFor();
  await page.context().close();
});

test('“Show” marks the place of a field in the text', async () => {
  const { page } = await strata.open(`#/documents/${documents[0]?.documentId}`);
  const show = page.getByRole('button', { name: /^Show .* of MLOps in the text$/ }).first();
  await show.press('Enter');
  const mark = page.locator('mark[data-selected]').first();
  await mark.waitFor();
  expect(await mark.getAttribute('class')).toContain('marked-mlops');
  await page.context().close();
});

test('the confidence of the extractive reader is not called calibrated', async () => {
  const both = documents.find(({ sameCategory }) => sameCategory !== null);
  const { page } = await strata.open(`#/documents/${both?.documentId}`);
  await page.getByText('Confidence by rule, not calibrated').waitFor();
  await page.getByText('Confidence, calibrated on held-out documents').waitFor();
  await page.context().close();
});

test('a document that does not exist is a message in the page', async () => {
  const { page } = await strata.open('#/documents/none');
  await page.getByText('no document none').waitFor();
  await page.context().close();
});

test('an uploaded file is listed and both sides say what it is', async () => {
  const page = await openTable();
  await upload(page, 'a-new-invoice.txt', INVOICE);
  const row = page.getByRole('row', { name: /a-new-invoice\.txt/ });
  await row.getByText(/Recorded|Awaiting review/).waitFor();
  expect(await row.getByText(/% confident/).count()).toBe(2);
  await page.context().close();
});

test('a damaged file is refused with its reason and what to do', async () => {
  const page = await openTable();
  await upload(page, 'a-damaged.pdf', '%PDF-1.7\nno objects at all');
  const row = page.getByRole('row', { name: /a-damaged\.pdf/ });
  await row.getByText('Refused').waitFor();
  await row.getByRole('link').click();
  await page.getByText(/^Refused: [a-z-]+$/).waitFor();
  await page.context().close();
});

test('an operator erases a document with a reason, and it is in the list no more', async () => {
  const page = await openTable();
  await upload(page, 'a-passing-invoice.txt', INVOICE.replace('0042', '0043'));
  const row = page.getByRole('row', { name: /a-passing-invoice\.txt/ });
  await row.getByText(/Recorded|Awaiting review/).waitFor();
  await row.getByRole('link').click();
  await page.getByText('Erase this document').click();
  await page.getByLabel('Reason, for the log').fill('the page is tried');
  await page.getByRole('button', { name: 'Erase for good' }).click();
  await page.getByRole('link', { name: documents[0]?.name ?? '' }).waitFor();
  const names = (await strata.documents()).map(({ name }) => name);
  expect(names).not.toContain('a-passing-invoice.txt');
  await page.context().close();
});

test('a file above what API Gateway takes is sent whole, past the API', async () => {
  const page = await openTable();
  const body = INVOICE.replace('0042', '0099').split('\n').map(paragraph).join('');
  const large = makeDocx(body, { 'word/media/image1.png': randomBytes(6_000_000) });
  const posts: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'PUT') posts.push(new URL(request.url()).pathname.split('/')[1] ?? '');
  });
  await page.setInputFiles('input[type=file]', {
    name: 'a-large-invoice.docx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(large),
  });
  await page.getByRole('button', { name: 'Upload', exact: true }).click();
  await page.getByText('1 received').waitFor();
  expect(posts).toEqual(['inbox']);
  await page.context().close();
});

async function upload(page: Page, name: string, text: string): Promise<void> {
  await page.setInputFiles('input[type=file]', {
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(text),
  });
  await page.getByRole('button', { name: 'Upload', exact: true }).click();
  await page.getByText('1 received').waitFor();
}
