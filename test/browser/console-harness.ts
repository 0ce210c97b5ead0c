import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import type { DocumentSummary } from '../../lambda/domain/document/document-summary.ts';
import { launchBrowser } from './browser.ts';
import { runFolder, startServer } from './strata-command.ts';

/** A line of the corpus's labels, and a golden question: as much as the tests need. */
export interface Label {
  readonly id: string;
  readonly file: string;
  readonly category: string;
  readonly fields: Readonly<Record<string, unknown>>;
}
export interface Question {
  readonly question: string;
  readonly answerable: boolean;
  readonly document?: string;
}

export interface Console {
  readonly url: string;
  /** What `GET /api/documents` lists. */
  documents(): Promise<readonly DocumentSummary[]>;
  /** A page at the hash route, in a context of its own; `problems` fills with what it logs. */
  open(
    hash: string,
    options?: { readonly dark?: boolean; readonly width?: number },
  ): Promise<{ readonly page: Page; readonly problems: string[] }>;
  close(): Promise<void>;
}

/** One server and one browser for a file of tests. */
export async function startConsole(): Promise<Console> {
  const server = await startServer();
  const browser: Browser = await launchBrowser();
  return {
    url: server.url,
    async documents() {
      const reply = await fetch(`${server.url}/api/documents?limit=200`);
      const page: { items: DocumentSummary[] } = await reply.json();
      return page.items;
    },
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

export function labels(): readonly Label[] {
  return corpusLines('labels.jsonl').map((line): Label => JSON.parse(line));
}

export function questions(): readonly Question[] {
  return corpusLines('questions.jsonl').map((line): Question => JSON.parse(line));
}

function corpusLines(name: string): readonly string[] {
  return readFileSync(join(runFolder(), 'corpus', name), 'utf8')
    .trim()
    .split('\n');
}
