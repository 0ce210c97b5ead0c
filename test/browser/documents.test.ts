import { startConsole, type Console } from './console-harness.ts';

let strata: Console;
beforeAll(async () => {
  strata = await startConsole();
});
afterAll(() => strata.close());

test('a document is found and opened by keyboard alone', async () => {
  const { page } = await strata.open('#/documents');
  await page.getByText('contract-000.pdf').waitFor();
  await page.getByRole('searchbox').focus();
  await page.keyboard.type('receipt-003');
  await page.getByText('contract-000.pdf').waitFor({ state: 'detached' });
  const link = page.getByRole('link', { name: 'receipt-003.pdf' });
  for (let presses = 0; presses < 30; presses += 1) {
    await page.keyboard.press('Tab');
    if (await link.evaluate((element) => element === document.activeElement)) break;
  }
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'receipt-003.pdf' }).waitFor();
  await page.context().close();
});

test('the table shows only documents on which the sides differ when asked to', async () => {
  const { page } = await strata.open('#/documents');
  await page.getByText('contract-000.pdf').waitFor();
  await page.getByRole('button', { name: /Which documents to show/ }).click();
  await page.getByRole('option', { name: 'Sides differ' }).click();
  await page.getByText('contract-000.pdf').waitFor({ state: 'detached' });
  expect(await page.getByRole('row').count()).toBe(1 + 4);
  await page.context().close();
});

test('“Show” marks the place of a field in the text', async () => {
  const { page } = await strata.open('#/documents/document-00');
  await page
    .getByRole('button', { name: 'Show Governing law of LLMOps in the text' })
    .press('Enter');
  expect(await page.locator('mark[data-selected]').textContent()).toBe('Ireland');
  await page.context().close();
});

test('a value of both sides carries the line of both', async () => {
  const { page } = await strata.open('#/documents/document-00');
  const mark = page.locator('mark', { hasText: 'Ireland' });
  expect(await mark.getAttribute('class')).toBe('marked-mlops marked-llmops');
  expect(await mark.getAttribute('title')).toBe('MLOps: Governing law; LLMOps: Governing law');
  await page.context().close();
});

test('a refused document shows its reason and what to do', async () => {
  const { page } = await strata.open('#/documents/document-29');
  await page.getByText('Refused: encrypted').waitFor();
  await page.getByText('must be readable without a password').waitFor();
  await page.context().close();
});

test('a document that does not exist is a message in the page', async () => {
  const { page } = await strata.open('#/documents/none');
  await page.getByText('no document none').waitFor();
  await page.context().close();
});

test('an uploaded file is received and listed', async () => {
  const { page } = await strata.open('#/documents');
  await page.getByText('contract-000.pdf').waitFor();
  await page.setInputFiles('input[type=file]', {
    name: 'a-new-letter.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('Dear customer'),
  });
  await page.getByRole('button', { name: 'Upload', exact: true }).click();
  await page.getByText('1 received').waitFor();
  await page.getByRole('link', { name: 'a-new-letter.txt' }).waitFor();
  await page.context().close();
});
