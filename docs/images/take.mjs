// Takes the README's screenshots of a running console: node docs/images/take.mjs http://localhost:4173
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const [url = 'http://localhost:4173', question = 'Which law governs the agreement?'] =
  process.argv.slice(2);
const out = fileURLToPath(new URL('.', import.meta.url));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
});
const page = await browser.newPage();
const open = async (hash, height) => {
  await page.setViewportSize({ width: 1360, height });
  await page.goto(`${url}/${hash}`);
  await page.waitForTimeout(1_500);
};
const { items } = await (await fetch(`${url}/api/documents?limit=200`)).json();
const differing = items.find((item) => item.sameCategory === false && item.method === 'text');
await open('#/', 1_700);
await page.screenshot({ path: `${out}overview.png` });
await open('#/documents', 1_000);
await page.screenshot({ path: `${out}documents.png` });
await open(`#/documents/${(differing ?? items[0]).documentId}`, 1_500);
await page.screenshot({ path: `${out}document.png` });
await open('#/ask', 1_200);
await page.getByLabel('Question').fill(question);
await page.keyboard.press('Enter');
await page.getByRole('heading', { name: 'Answer', exact: true }).waitFor();
await page.screenshot({ path: `${out}ask.png` });
await browser.close();
