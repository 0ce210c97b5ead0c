import { type TextRun, layOutPage } from './page-layout.ts';
import { type ParsedSource, type ParsingLimits, expandedBytesAllowed } from './parsed-source.ts';
import { inspectPdf } from './pdf-guard.ts';
import { withinBudget } from './time-budget.ts';
import { type Refused, isRefused, refuse } from '../document/refusal.ts';

/** A page with fewer characters is taken for a scan (a page number alone is none of its text). */
const MIN_PAGE_CHARACTERS = 12;
/** A dense page takes 20 ms to read; one that takes ten seconds is a trap. */
const PAGE_BUDGET_MS = 10_000;
/** 1,000 pages of dense text take 20 s on one core. */
const BUDGET_MS = 120_000;

/**
 * One PDF at a time: parsing keeps the thread busy, so two are no faster than one after the other,
 * and a hostile one must not use up its neighbour's time.
 */
let turn: Promise<unknown> = Promise.resolve();

type Pdf = Awaited<ReturnType<typeof import('unpdf/pdfjs').getDocument>['promise']>;

/** Text layer of a PDF, page by page, in the order and lines that a reader sees. */
export function pdfText(bytes: Uint8Array, limits: ParsingLimits): Promise<ParsedSource | Refused> {
  const read = turn.then(() => readPdf(bytes, limits));
  turn = read.catch(() => undefined);
  return read;
}

async function readPdf(bytes: Uint8Array, limits: ParsingLimits): Promise<ParsedSource | Refused> {
  const refused = inspectPdf(bytes, limits);
  if (refused) return refused;
  const opened = await open(bytes);
  if (isRefused(opened)) return opened;
  try {
    if (opened.pdf.numPages > limits.maxPages) return tooManyPages(opened.pdf.numPages, limits);
    return await readPages(opened.pdf, bytes.length, limits);
  } catch (error) {
    return corrupt(error);
  } finally {
    await opened.pdf.destroy();
  }
}

async function open(bytes: Uint8Array): Promise<{ readonly pdf: Pdf } | Refused> {
  const { getDocument } = await import('unpdf/pdfjs');
  try {
    // The parser takes the array over, so it gets a copy. Nothing is evaluated, fetched or drawn.
    const data = Uint8Array.from(bytes);
    const options = { isEvalSupported: false, disableFontFace: true, useSystemFonts: true };
    return { pdf: await getDocument({ ...options, data, verbosity: 0 }).promise };
  } catch (error) {
    if (isNamed(error, 'PasswordException')) {
      return refuse('encrypted', 'a PDF must be readable without a password; save it without one');
    }
    return corrupt(error);
  }
}

async function readPages(
  pdf: Pdf,
  size: number,
  limits: ParsingLimits,
): Promise<ParsedSource | Refused> {
  const pages: string[] = [];
  const pagesWithoutText: number[] = [];
  const started = limits.now();
  let left = expandedBytesAllowed(size, limits);
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const budget = { ms: PAGE_BUDGET_MS, now: () => limits.now(), stop: () => void pdf.destroy() };
    const runs = await withinBudget(budget, () => runsOf(pdf, number));
    if (runs === null) return tooMuch(number, limits);
    const text = layOutPage(runs);
    left -= text.length;
    if (left < 0 || limits.now() - started > BUDGET_MS) return tooMuch(number, limits);
    if (text.replaceAll(/\s/g, '').length < MIN_PAGE_CHARACTERS) pagesWithoutText.push(number);
    pages.push(text);
  }
  return { pages, pagesWithoutText };
}

async function runsOf(pdf: Pdf, number: number): Promise<TextRun[]> {
  const page = await pdf.getPage(number);
  const { items } = await page.getTextContent();
  page.cleanup();
  return items.flatMap((item) => {
    if (!('str' in item)) return [];
    const [, , skew, scale, x, y] = item.transform.map(Number);
    return [
      {
        text: item.str,
        x: x ?? 0,
        y: y ?? 0,
        width: item.width,
        height: item.height || Math.hypot(skew ?? 0, scale ?? 0),
      },
    ];
  });
}

function tooManyPages(pages: number, { maxPages }: ParsingLimits): Refused {
  return refuse(
    'too-many-pages',
    `a document must have at most ${maxPages} pages, got ${pages}; split it or raise ingestion.maxPages in config`,
  );
}

function tooMuch(page: number, { maxExpansion }: ParsingLimits): Refused {
  return refuse(
    'expands-too-far',
    `the text of a PDF must be read within ${PAGE_BUDGET_MS / 1_000} s a page, ${BUDGET_MS / 1_000} s in all and ${maxExpansion} times its size, got more by page ${page}; print it to a new PDF`,
  );
}

function isNamed(error: unknown, name: string): boolean {
  return typeof error === 'object' && error !== null && 'name' in error && error.name === name;
}

function corrupt(error: unknown): Refused {
  const found = error instanceof Error ? error.message : String(error);
  return refuse(
    'corrupt',
    `a PDF must be whole and readable, got: ${found}; send the original again`,
  );
}
