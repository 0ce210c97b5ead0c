import type { Page } from 'playwright-core';
import { axeViolations, startConsole, type Console } from './console-harness.ts';

let strata: Console;
beforeAll(async () => {
  strata = await startConsole();
});
afterAll(() => strata.close());

/** Each page with something that only its loaded state shows. */
const PAGES = [
  ['overview', '#/', 'What it would cost on AWS'],
  ['documents', '#/documents', 'doc-0001'],
  ['document', '#/documents/{id}', 'A marked value shows its field'],
  ['ask', '#/ask', 'Answers come from the documents only'],
] as const;

async function loaded(page: Page, text: string): Promise<void> {
  await page.getByText(text).first().waitFor();
  await page.getByText('Loading').first().waitFor({ state: 'detached' });
}

describe.each(PAGES)('the %s page', (_, route, text) => {
  let hash: string;
  beforeAll(async () => {
    const [first] = await strata.documents();
    hash = route.replace('{id}', first?.documentId ?? '');
  });

  test('loads without an error', async () => {
    const { page, problems } = await strata.open(hash);
    await loaded(page, text);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test.each([
    ['light', false],
    ['dark', true],
  ])('breaks no accessibility rule in %s mode', async (__, dark) => {
    const { page } = await strata.open(hash, { dark });
    await loaded(page, text);
    expect(await axeViolations(page)).toEqual([]);
    await page.context().close();
  });

  test('fits a telephone without scrolling sideways', async () => {
    const { page } = await strata.open(hash, { width: 390 });
    await loaded(page, text);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
    await page.context().close();
  });
});

test('the overview says wherever a figure comes from the extractive reader', async () => {
  const { page } = await strata.open('#/');
  await loaded(page, 'Side by side');
  const accuracy = page.getByRole('row', { name: /Category accuracy/ });
  expect(await accuracy.textContent()).toContain('extractive reader, not an LLM');
  await page.context().close();
});

test('a value that was not measured shows its reason, not a number', async () => {
  const { page } = await strata.open('#/');
  await loaded(page, 'Side by side');
  const latency = page.getByRole('row', { name: /Latency, median/ });
  expect(await latency.textContent()).toContain('not measured: no language model ran');
  await page.context().close();
});

test('the overview begins with what each side is better at', async () => {
  const { page } = await strata.open('#/');
  await loaded(page, 'In short');
  const verdicts = page.getByRole('table', { name: 'What each side is better at' });
  expect(await verdicts.getByRole('row').count()).toBe(1 + 5);
  await page.context().close();
});

test('the dark mode that was chosen stays after a reload', async () => {
  const { page } = await strata.open('#/documents');
  await page.getByRole('button', { name: 'Switch to dark mode' }).click();
  await page.reload();
  await page.getByRole('button', { name: 'Switch to light mode' }).waitFor();
  const dark = await page.evaluate(() => document.body.classList.contains('dark-mode'));
  expect(dark).toBe(true);
  await page.context().close();
});

test('the accessibility check finds an image without a text', async () => {
  const { page } = await strata.open('#/ask');
  await loaded(page, 'Answers come from the documents only');
  await page.evaluate(() => {
    document.querySelector('main')?.append(document.createElement('img'));
  });
  expect((await axeViolations(page)).join()).toContain('image-alt');
  await page.context().close();
});

test('an unknown route says so', async () => {
  const { page } = await strata.open('#/nowhere');
  await loaded(page, 'there is no page “nowhere” in this console');
  await page.context().close();
});
