import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launchBrowser } from './browser.ts';
import { axeViolations } from './console-harness.ts';
import { runFolder } from './strata-command.ts';

test('the report opens from disk, asks the network for nothing and breaks no rule', async () => {
  const browser = await launchBrowser();
  const context = await browser.newContext();
  const page = await context.newPage();
  const requests: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith('data:')) requests.push(request.url());
  });
  const url = pathToFileURL(join(runFolder(), 'out', 'report.html')).href;
  await page.goto(url);
  await page.getByText('Refused documents').waitFor();
  expect(requests).toEqual([url]);
  expect(await axeViolations(page)).toEqual([]);
  await browser.close();
});

test('on paper the report is light and shows every cost table', async () => {
  const browser = await launchBrowser();
  const page = await browser.newPage({ colorScheme: 'dark' });
  await page.goto(pathToFileURL(join(runFolder(), 'out', 'report.html')).href);
  await page.getByText('Refused documents').waitFor();
  for (const name of ['Documents, MLOps', 'Documents, LLMOps', 'Answers, LLMOps']) {
    expect(await page.getByRole('table', { name }).count()).toBe(1);
  }
  const dark = async () => page.evaluate(() => document.body.classList.contains('dark-mode'));
  expect(await dark()).toBe(true);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  expect(await dark()).toBe(false);
  await browser.close();
});
