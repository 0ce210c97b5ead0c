import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import * as z from 'zod';
import type { ParsedSource, ParsingLimits } from '../../domain/document/parsed-source.ts';
import { type Pdfium, loadPdfium } from '../../domain/pdf/pdfium.ts';
import { renderPage } from '../../domain/pdf/render-page.ts';
import { parseSource } from '../../domain/parsing/parse-source.ts';
import { type Refused, isRefused } from '../../domain/document/refusal.ts';

/** What the adapter sends to the thread, and what comes back: one reply a request, in order. */
export type WorkerRequest =
  | {
      readonly what: 'parse';
      readonly bytes: Uint8Array;
      readonly name: string;
      readonly limits: Omit<ParsingLimits, 'onPage'>;
    }
  | {
      readonly what: 'render';
      /** Absent where the thread holds the file from the request before. */
      readonly bytes?: Uint8Array;
      /** From 1. */
      readonly page: number;
      readonly dotsPerInch: number;
      readonly maxSide: number;
    };
export type WorkerReply =
  | { readonly what: 'page'; readonly page: number }
  | { readonly what: 'parsed'; readonly parsed: ParsedSource | Refused; readonly memory: number }
  | { readonly what: 'rendered'; readonly image: PageImage | null; readonly memory: number }
  | { readonly what: 'failed'; readonly message: string };

/** One byte a pixel, 0 is black. */
export interface PageImage {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

const settings = z
  .strictObject({ wasm: z.string(), engineBytes: z.int().min(1) })
  .parse(workerData);
const pdfium = (): Promise<Pdfium> =>
  loadPdfium({ wasm: readFileSync(settings.wasm), maxBytes: settings.engineBytes });
let held: Uint8Array = new Uint8Array();

parentPort?.on('message', (request: WorkerRequest) => {
  void answer(request).catch((error: unknown) => {
    reply({ what: 'failed', message: error instanceof Error ? error.message : String(error) });
  });
});

async function answer(request: WorkerRequest): Promise<void> {
  if (request.what === 'render') {
    held = request.bytes ?? held;
    const engine = await pdfium();
    const image = renderPage(engine, held, request);
    reply({ what: 'rendered', image, memory: engine.HEAPU8.length }, image ? [image.data] : []);
    return;
  }
  const { bytes, name, limits } = request;
  let engine: Pdfium | null = null;
  const parsed = await parseSource(
    { bytes, name },
    { ...limits, onPage: (page) => reply({ what: 'page', page }) },
    async () => {
      engine = await pdfium();
      return engine;
    },
  );
  const files = isRefused(parsed) ? [] : parsed.attachments.map((attachment) => attachment.bytes);
  const memory = engineBytes(engine);
  reply({ what: 'parsed', parsed, memory }, files);
}

function engineBytes(engine: Pdfium | null): number {
  return engine?.HEAPU8.length ?? 0;
}

function reply(message: WorkerReply, moved: readonly Uint8Array[] = []): void {
  const buffers = moved.flatMap(({ buffer }) => (buffer instanceof ArrayBuffer ? [buffer] : []));
  parentPort?.postMessage(message, [...new Set(buffers)]);
}
