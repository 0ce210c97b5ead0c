import { dirname, join } from 'node:path';
import type { Sharp } from 'sharp';
import type { Worker } from 'tesseract.js';
import { InvalidInputError } from '../../lambda/errors.ts';
import type { Text } from '../../lambda/ports.ts';
import { renderPages } from './page-images.ts';

/** Recognition at these many lines of pixels a page reads best: A4 at 200 to 300 dots an inch. */
const MIN_WIDTH = 1_000;
const TARGET_WIDTH = 1_700;
const MAX_HEIGHT = 6_000;

/**
 * Recognises English and other Latin text by Tesseract, offline: its language data is an npm
 * package. `workers` run side by side and start when the first page comes; `close` ends them.
 * @throws InvalidInputError for a file that cannot be decoded
 */
export function tesseractText(options: {
  readonly workers: number;
}): Text & { close(): Promise<void> } {
  const pool = createPool(options.workers);
  return {
    async recognise({ bytes, mediaType, pages }) {
      const wanted = pages === undefined ? null : new Set(pages);
      const recognised: Promise<{ text: string; confidence: number }>[] = [];
      for await (const image of renderPages(bytes, mediaType, wanted)) {
        const legible = image === null ? null : await makeLegible(image);
        recognised.push(
          legible === null ? Promise.resolve(BLANK) : pool.run((worker) => read(worker, legible)),
        );
      }
      const results = await Promise.all(recognised);
      const withText = results.filter((page) => page.text !== '');
      const sum = withText.reduce((total, page) => total + page.confidence, 0);
      return {
        pages: results.map((page) => page.text),
        confidence: withText.length === 0 ? 0 : sum / withText.length,
      };
    },
    close: () => pool.close(),
  };
}

const BLANK = { text: '', confidence: 0 };

async function read(worker: Worker, image: Buffer): Promise<{ text: string; confidence: number }> {
  const { data } = await worker.recognize(image);
  return { text: data.text.trim(), confidence: data.confidence / 100 };
}

/** Greyscale, without transparency, at a width at which letters are 20 to 40 pixels high. */
async function makeLegible(image: Sharp): Promise<Buffer | null> {
  try {
    const { width, height } = await image.metadata();
    const scaled = width < MIN_WIDTH ? TARGET_WIDTH : Math.min(width, TARGET_WIDTH * 1.5);
    const ratio = Math.min(scaled / width, MAX_HEIGHT / height);
    const grey = image
      .rotate()
      .flatten({ background: '#ffffff' })
      .greyscale()
      .resize({ width: Math.max(1, Math.round(width * ratio)), kernel: 'lanczos3' })
      .normalise();
    return await grey.png({ compressionLevel: 1 }).toBuffer();
  } catch (error) {
    throw new InvalidInputError(
      `an image must be whole and decodable, got: ${error instanceof Error ? error.message : String(error)}; scan or send it again`,
      { cause: error },
    );
  }
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
  const { createWorker } = await import('tesseract.js');
  const { default: data } = await import('@tesseract.js-data/eng');
  return createWorker('eng', 1, {
    langPath: join(dirname(data.langPath), '4.0.0_best_int'),
    gzip: true,
    cacheMethod: 'none',
    // Without a handler the library throws into the event loop; a failed page rejects anyway.
    errorHandler: () => undefined,
  });
}
