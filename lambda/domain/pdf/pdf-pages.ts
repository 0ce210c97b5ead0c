import { type Box, type PageContent, plainPage } from '../layout/document-layout.ts';
import { appendContent } from '../layout/shift-layout.ts';
import { type Refused, isRefused, refuse } from '../document/refusal.ts';
import { layOutPage } from '../layout/page-layout.ts';
import type { Rectangle } from '../layout/text-run.ts';
import {
  type ParsedPages,
  type ParsingLimits,
  expandedBytesAllowed,
} from '../document/parsed-source.ts';
import { xmlAttachments } from './pdf-attachments.ts';
import { inspectPdf } from './pdf-guard.ts';
import { isScanned } from './page-coverage.ts';
import { fieldsOf, flatten, withFields, withForm } from './pdf-fields.ts';
import { glyphRuns } from './glyph-runs.ts';
import { MAX_GLYPHS, type Glyph, pageGlyphs } from './page-glyphs.ts';
import { type PageView, fromFrame, pageView } from './page-view.ts';
import { type Pdfium, withMemory } from './pdfium.ts';

/** A page with fewer characters is taken for a scan (a page number alone is none of its text). */
const MIN_PAGE_CHARACTERS = 12;
/** FPDF_ERR_PASSWORD and FPDF_ERR_SECURITY of fpdfview.h. */
const LOCKED = new Set([4, 5]);
/** FORMTYPE_XFA_FULL of fpdf_formfill.h: pages are made by a program that few viewers have. */
const DYNAMIC_FORM = 2;

/** Text layer of a PDF, page by page, in the order and lines that a reader sees. */
export function pdfPages(
  pdfium: Pdfium,
  bytes: Uint8Array,
  limits: ParsingLimits,
): ParsedPages | Refused {
  const refused = inspectPdf(bytes, limits);
  if (refused) return refused;
  return withMemory(pdfium, bytes.length, (memory) => {
    pdfium.HEAPU8.set(bytes, memory);
    const document = pdfium._FPDF_LoadMemDocument(memory, bytes.length, 0);
    if (document === 0) return unopened(pdfium._FPDF_GetLastError());
    try {
      if (pdfium._FPDF_GetFormType(document) === DYNAMIC_FORM) return dynamicForm();
      return withForm(pdfium, document, (form) =>
        readPages({ pdfium, document, form }, bytes.length, limits),
      );
    } finally {
      pdfium._FPDF_CloseDocument(document);
    }
  });
}

interface Opened {
  readonly pdfium: Pdfium;
  readonly document: number;
  /** 0 where the engine makes none. */
  readonly form: number;
}

function readPages(opened: Opened, size: number, limits: ParsingLimits): ParsedPages | Refused {
  const count = opened.pdfium._FPDF_GetPageCount(opened.document);
  if (count === 0) return corrupt('no pages');
  if (count > limits.maxPages) return tooManyPages(count, limits);
  const pages: PageContent[] = [];
  const pagesToRecognise: number[] = [];
  let left = expandedBytesAllowed(size, limits);
  for (let number = 1; number <= count; number += 1) {
    const read = readPage(opened, number);
    if (isRefused(read)) return read;
    const { page, scanned } = read;
    left -= page.text.length;
    if (left < 0) return tooMuch(number, limits);
    const isBare = page.text.replaceAll(/\s/g, '').length < MIN_PAGE_CHARACTERS;
    if (isBare || scanned) pagesToRecognise.push(number);
    pages.push(page);
    limits.onPage?.(number);
  }
  const attachments = xmlAttachments(opened.pdfium, opened.document);
  return { pages, pagesToRecognise, attachments };
}

interface ReadPage {
  readonly page: PageContent;
  readonly scanned: boolean;
}

function readPage(opened: Opened, number: number): ReadPage | Refused {
  const { pdfium, form } = opened;
  // What is drawn into a page is there when it is loaded again.
  const fields = withPage(opened, number, (page) => {
    if (form !== 0) pdfium._FORM_OnAfterLoadPage(page, form);
    const found = fieldsOf(pdfium, form, page);
    flatten(pdfium, page);
    if (form !== 0) pdfium._FORM_OnBeforeClosePage(page, form);
    return found;
  });
  if (fields === null) return corrupt(`no page ${number}`);
  const read = withPage(opened, number, (page) => {
    const view = pageView(pdfium, page);
    const glyphs = pageGlyphs(pdfium, page, view);
    if (glyphs === null) return tooManyGlyphs(number);
    const scanned = isScanned(pdfium, page, { glyphs, view });
    return { page: withFields(layOut(glyphs, view), fields), scanned };
  });
  return read ?? corrupt(`no page ${number}`);
}

/** Null where there is no such page. */
function withPage<T>(
  { pdfium, document }: Opened,
  number: number,
  use: (page: number) => T,
): T | null {
  const page = pdfium._FPDF_LoadPage(document, number - 1);
  if (page === 0) return null;
  try {
    return use(page);
  } finally {
    pdfium._FPDF_ClosePage(page);
  }
}

/** Text in the direction of most of the page first, then what runs across it. */
function layOut(glyphs: readonly Glyph[], view: PageView): PageContent {
  const { width, height } = view;
  const page: PageContent = {
    ...plainPage('', 'text-layer'),
    width,
    height,
  };
  return quartersOf(glyphs).reduce((before, quarter) => {
    const runs = glyphRuns(glyphs, view, quarter);
    const toBox = (box: Rectangle) => shareOf(fromFrame(view, quarter, box), view);
    return appendContent(before, { ...layOutPage(runs, toBox), pairs: [] });
  }, page);
}

/** Shares of the page's sides with four decimals: a twentieth of a point. */
function shareOf([left, top, right, bottom]: Rectangle, { width, height }: PageView): Box {
  const share = (value: number, side: number) =>
    Math.round(Math.min(1, Math.max(0, value / (side || 1))) * 10_000) / 10_000;
  return [share(left, width), share(top, height), share(right, width), share(bottom, height)];
}

function quartersOf(glyphs: readonly Glyph[]): number[] {
  const counts = [0, 0, 0, 0];
  for (const { quarter } of glyphs) counts[quarter] = (counts[quarter] ?? 0) + 1;
  const used = [0, 1, 2, 3].filter((quarter) => (counts[quarter] ?? 0) > 0);
  return used.sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0));
}

function unopened(error: number): Refused {
  return LOCKED.has(error)
    ? refuse('encrypted', 'a PDF must be readable without a password; save it without one')
    : corrupt('a file without its structure');
}

function dynamicForm(): Refused {
  return refuse(
    'unsupported-format',
    'a PDF must hold its pages, got a dynamic form (XFA) that shows a notice instead; print it to a new PDF',
  );
}

function corrupt(found: string): Refused {
  return refuse(
    'corrupt',
    `a PDF must be whole and readable, got ${found}; send the original again`,
  );
}

function tooManyPages(pages: number, { maxPages }: ParsingLimits): Refused {
  return refuse(
    'too-many-pages',
    `a document must have at most ${maxPages} pages, got ${pages}; split it or raise ingestion.maxPages in config`,
  );
}

function tooManyGlyphs(page: number): Refused {
  return refuse(
    'expands-too-far',
    `a page must have at most ${MAX_GLYPHS} characters, got more on page ${page}; print it to a new PDF`,
  );
}

function tooMuch(page: number, { maxExpansion }: ParsingLimits): Refused {
  return refuse(
    'expands-too-far',
    `the text of a PDF must be at most ${maxExpansion} times its size, got more by page ${page}; print it to a new PDF`,
  );
}
