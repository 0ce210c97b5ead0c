import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { startFixtureServer } from './fixture-server.ts';

export interface Console {
  /** A page at the hash route, in a context of its own; `problems` fills with what it logs. */
  open(
    hash: string,
    options?: { readonly dark?: boolean; readonly width?: number },
  ): Promise<{ readonly page: Page; readonly problems: string[] }>;
  close(): Promise<void>;
}

/** One server and one browser for a file of tests. */
export async function startConsole(): Promise<Console> {
  const server = await startFixtureServer();
  const browser: Browser = await launchBrowser();
  return {
    async open(hash, { dark = false, width = 1_280 } = {}) {
      const context = await browser.newContext({
        viewport: { width, height: 900 },
        colorScheme: dark ? 'dark' : 'light',
        reducedMotion: 'reduce',
      });
      const page = await context.newPage();
      const problems: string[] = [];
      page.on('pageerror', (error) => problems.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') problems.push(message.text());
      });
      await page.goto(`${server.url}/${hash}`);
      return { page, problems };
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** Rules that the page breaks, with the elements that break them (WCAG 2.2 A and AA). */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  const results = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return results.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}
