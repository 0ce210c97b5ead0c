import { join } from 'node:path';
import type { IngestionLimits } from '../../../config/schema.ts';
import type { Parser } from '../../domain/document/parsed-source.ts';
import { type Refused, refuse } from '../../domain/document/refusal.ts';
import { InvalidInputError } from '../../errors.ts';
import { type ParserThread, type ThreadOutcome, parserThread } from './parser-thread.ts';
import type { PageImage } from './parser-worker.ts';

/** A dense page takes 20 ms; one that takes ten seconds is a trap. */
const PAGE_MS = 10_000;
/** What has no pages is read in one go. */
const FILE_MS = 60_000;
/** 1,000 pages of dense text take 10 s on one core. */
const TOTAL_MS = 120_000;
const MEGABYTE = 1_048_576;
/** What parsers in JavaScript may use, and PDFium: twice that with two threads is under 1.5 GB. */
const HEAP_MEGABYTES = 384;
const ENGINE_MEGABYTES = 512;

/** Draws pages one by one, so that a long scan never lies in memory as a whole. */
export interface PageRenderer {
  /**
   * Null for a page with nothing on it.
   * @throws InvalidInputError for a page that cannot be drawn within the limits
   */
  (page: number, size: { dotsPerInch: number; maxSide: number }): Promise<PageImage | null>;
}

export interface WorkerParser extends Parser {
  /** Pages of a PDF as images. */
  renderer(bytes: Uint8Array): PageRenderer;
  close(): Promise<void>;
}

/**
 * `domain/parsing` in threads that are ended when a file takes too long or too much: the same on
 * the laptop and in a function. `directory` holds what the build makes of `parser-worker.ts`.
 */
export function workerParser(options: {
  readonly directory: string;
  readonly threads?: number;
  readonly pageMs?: number;
}): WorkerParser {
  const pageMs = options.pageMs ?? PAGE_MS;
  const pool = threadPool(options.threads ?? 1, () =>
    parserThread({
      workerFile: join(options.directory, 'parser-worker.mjs'),
      wasm: join(options.directory, 'pdfium.wasm'),
      heapMegabytes: HEAP_MEGABYTES,
      engineBytes: ENGINE_MEGABYTES * MEGABYTE,
    }),
  );
  return {
    async parse({ bytes, name, limits }) {
      const quietMs = isPdf(bytes) ? pageMs : FILE_MS;
      const outcome = await pool.run((thread) =>
        thread.ask(
          { what: 'parse', bytes, name, limits: plainLimits(limits) },
          { quietMs, totalMs: TOTAL_MS },
        ),
      );
      if (outcome.ended !== 'reply') return tooMuch(outcome, quietMs);
      if (outcome.reply.what === 'parsed') return outcome.reply.parsed;
      return unreadable(outcome.reply.what === 'failed' ? outcome.reply.message : 'no answer');
    },
    renderer(bytes) {
      const file = {};
      return (page, size) =>
        pool.run((thread) => render(thread, { file, bytes, page, ...size }, pageMs));
    },
    close: () => pool.close(),
  };
}

/** A PDF speaks after each page, other files at their end. */
function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 1_024)).includes('%PDF-');
}

async function render(
  thread: ParserThread,
  wanted: {
    readonly file: object;
    readonly bytes: Uint8Array;
    readonly page: number;
    readonly dotsPerInch: number;
    readonly maxSide: number;
  },
  pageMs: number,
): Promise<PageImage | null> {
  const { file, bytes, page, dotsPerInch, maxSide } = wanted;
  const sent = thread.held === file ? {} : { bytes };
  thread.held = file;
  const request = { what: 'render', page, dotsPerInch, maxSide, ...sent } as const;
  const outcome = await thread.ask(request, { quietMs: pageMs, totalMs: pageMs });
  if (outcome.ended === 'reply' && outcome.reply.what === 'rendered') return outcome.reply.image;
  const { refusal } =
    outcome.ended === 'reply'
      ? unreadable(outcome.reply.what === 'failed' ? outcome.reply.message : 'no answer')
      : tooMuch({ ...outcome, afterPage: page - 1 }, pageMs);
  throw new InvalidInputError(refusal.message);
}

function plainLimits({ maxBytes, maxPages, maxDepth, maxExpansion }: IngestionLimits) {
  return { maxBytes, maxPages, maxDepth, maxExpansion };
}

interface ThreadPool {
  run<T>(use: (thread: ParserThread) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

function threadPool(size: number, create: () => ParserThread): ThreadPool {
  const threads = Array.from({ length: size }, create);
  const idle = [...threads];
  const waiting: ((thread: ParserThread) => void)[] = [];
  const release = (thread: ParserThread): void => {
    const next = waiting.shift();
    if (next) next(thread);
    else idle.push(thread);
  };
  return {
    async run(use) {
      const thread =
        idle.pop() ?? (await new Promise<ParserThread>((resolve) => waiting.push(resolve)));
      try {
        return await use(thread);
      } finally {
        release(thread);
      }
    },
    async close() {
      await Promise.all(threads.map((thread) => thread.close()));
    },
  };
}

function tooMuch(
  { ended, afterPage }: Exclude<ThreadOutcome, { ended: 'reply' }>,
  quietMs: number,
): Refused {
  const where = afterPage > 0 ? ` after page ${afterPage}` : '';
  const limit =
    ended === 'time'
      ? `be read within ${quietMs / 1_000} s a page and ${TOTAL_MS / 1_000} s in all`
      : `be read within ${HEAP_MEGABYTES} MB of memory`;
  return refuse(
    'expands-too-far',
    `a document must ${limit}, got more${where}; print it to a new PDF, or split it`,
  );
}

function unreadable(found: string): Refused {
  return refuse(
    'corrupt',
    `a document must be whole and readable, got: ${found}; send the original again`,
  );
}
