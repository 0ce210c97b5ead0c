import { dirname, join } from 'node:path';
import type { Worker } from 'tesseract.js';
import type { Text } from '../../lambda/ports.ts';
import { makeLegible } from './legible-image.ts';
import { renderPages } from './page-images.ts';

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
      const results: Recognised[] = [];
      const underWay = new Set<Promise<void>>();
      let at = 0;
      for await (const image of renderPages(bytes, mediaType, wanted)) {
        const index = at;
        at += 1;
        results[index] = BLANK;
        const legible = image === null ? null : await makeLegible(image);
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

interface Recognised {
  readonly text: string;
  /** 0 to 1. */
  readonly confidence: number;
}

const BLANK: Recognised = { text: '', confidence: 0 };

async function read(worker: Worker, image: Buffer): Promise<Recognised> {
  const { data } = await worker.recognize(image);
  return { text: data.text.trim(), confidence: data.confidence / 100 };
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
