import { dirname, join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import type { Worker } from 'tesseract.js';
import type { Text } from '../../lambda/ports.ts';
import { type PageContent, plainPage } from '../../lambda/domain/layout/document-layout.ts';
import type { WorkerParser } from '../../lambda/adapters/parser/parser.ts';
import { makeLegible } from './scan/legible-image.ts';
import { imagePages, pageImage } from './scan/page-images.ts';

/** Confidence of a page that lies upright: on its side the engine is at a third or less. */
const LEGIBLE = 0.6;
const FEWEST_SIGNS = 12;

/**
 * Recognises English and other Latin text by Tesseract, offline: its language data is an npm
 * package. `workers` run side by side and start when the first page comes; `close` ends them.
 * @throws InvalidInputError for a file that cannot be decoded
 */
export function tesseractText(options: {
  readonly workers: number;
  readonly parser: Pick<WorkerParser, 'renderer'>;
}): Text & { close(): Promise<void> } {
  const pool = createPool(options.workers);
  return {
    async recognise({ bytes, mediaType, pages }) {
      const images = await imagesOf(options.parser, { bytes, mediaType, pages });
      const results: PageContent[] = [];
      const underWay = new Set<Promise<void>>();
      for (const [index, image] of images.entries()) {
        results[index] = plainPage('', 'recognised');
        const decoded = await image();
        const legible = decoded === null ? null : await makeLegible(decoded);
        if (legible === null) continue;
        const page = pool
          .run((worker) => read(worker, legible))
          .then((recognised) => {
            results[index] = recognised;
          })
          .finally(() => underWay.delete(page));
        underWay.add(page);
        // One page waits while the workers are busy: a long scan must not pile up in memory.
        if (underWay.size > options.workers) await Promise.race(underWay);
      }
      await Promise.all(underWay);
      return { pages: results };
    },
    close: () => pool.close(),
  };
}

/** One function a page, which gives its image; null for a page that is not wanted or blank. */
async function imagesOf(
  parser: Pick<WorkerParser, 'renderer'>,
  scan: { bytes: Uint8Array; mediaType: string; pages: readonly number[] },
): Promise<readonly (() => Promise<Sharp | null>)[]> {
  const { bytes, mediaType, pages } = scan;
  const wanted = new Set(pages);
  const isWanted = (number: number) => wanted.has(number);
  if (mediaType !== 'application/pdf') {
    const images = await imagePages(bytes);
    return images.map((image, index) => async () => (isWanted(index + 1) ? image() : null));
  }
  const render = parser.renderer(bytes);
  return Array.from(
    { length: Math.max(0, ...pages) },
    (_, index) => async () => (isWanted(index + 1) ? pageImage(render, index + 1) : null),
  );
}

/** A page that hardly reads is turned by quarters, until it does: most scans lie upright. */
async function read(worker: Worker, image: Buffer): Promise<PageContent> {
  let best = await readAsItLies(worker, image);
  for (const degrees of [90, 270, 180]) {
    if (isLegible(best)) break;
    const turned = await sharp(image).rotate(degrees).png({ compressionLevel: 1 }).toBuffer();
    const page = await readAsItLies(worker, turned);
    if (legibility(page) > legibility(best)) best = page;
  }
  return best;
}

async function readAsItLies(worker: Worker, image: Buffer): Promise<PageContent> {
  const { data } = await worker.recognize(image);
  return { ...plainPage(data.text.trim(), 'recognised'), confidence: data.confidence / 100 };
}

function isLegible(page: PageContent): boolean {
  return (page.confidence ?? 0) >= LEGIBLE && legibility(page) > 0;
}

/** What the engine is sure of; nothing where it saw a few signs only. */
function legibility({ text, confidence }: PageContent): number {
  return text.replaceAll(/\s/g, '').length < FEWEST_SIGNS ? 0 : (confidence ?? 0);
}

interface Pool {
  run<T>(task: (worker: Worker) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

function createPool(size: number): Pool {
  const started: Promise<Worker>[] = [];
  const idle: Worker[] = [];
  const waiting: ((worker: Worker) => void)[] = [];
  const acquire = (): Promise<Worker> => {
    const free = idle.pop();
    if (free) return Promise.resolve(free);
    if (started.length >= size) return new Promise((resolve) => waiting.push(resolve));
    const worker = startWorker();
    started.push(worker);
    return worker;
  };
  const release = (worker: Worker): void => {
    const next = waiting.shift();
    if (next) next(worker);
    else idle.push(worker);
  };
  return {
    async run(task) {
      const worker = await acquire();
      try {
        return await task(worker);
      } finally {
        release(worker);
      }
    },
    async close() {
      idle.length = 0;
      const workers = await Promise.all(started.splice(0));
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

async function startWorker(): Promise<Worker> {
  const { createWorker, PSM } = await import('tesseract.js');
  const { default: data } = await import('@tesseract.js-data/eng');
  const worker = await createWorker('eng', 1, {
    langPath: join(dirname(data.langPath), '4.0.0_best_int'),
    gzip: true,
    cacheMethod: 'none',
    // Without a handler the library throws into the event loop; a failed page rejects anyway.
    errorHandler: () => undefined,
  });
  await worker.setParameters({
    // Rows of tables and receipts stay together: one column of text of varying sizes.
    tessedit_pageseg_mode: PSM.SINGLE_COLUMN,
    // The engine's notes on single lines go to standard error otherwise.
    debug_file: '/dev/null',
  });
  return worker;
}
