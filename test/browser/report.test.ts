import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { renderReport } from '../../local/report-page.ts';
import { launchBrowser } from './browser.ts';
import { axeViolations } from './console-harness.ts';
import { OVERVIEW } from './fixture-overview.ts';

const TEMPLATE = join(__dirname, '../../dist/web/report-template.html');

test('the report opens from disk, asks the network for nothing and breaks no rule', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'strata-report-'));
  const file = join(directory, 'report.html');
  writeFileSync(file, renderReport(readFileSync(TEMPLATE, 'utf8'), OVERVIEW));
  const browser = await launchBrowser();
  const context = await browser.newContext();
  const page = await context.newPage();
  const requests: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith('data:')) requests.push(request.url());
  });
  const url = pathToFileURL(file).href;
  await page.goto(url);
  await page.getByText('Refused documents').waitFor();
  expect(requests).toEqual([url]);
  expect(await axeViolations(page)).toEqual([]);
  await browser.close();
  rmSync(directory, { recursive: true, force: true });
});
