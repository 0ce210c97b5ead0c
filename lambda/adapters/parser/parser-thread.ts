import { Worker } from 'node:worker_threads';
import type { WorkerReply, WorkerRequest } from './parser-worker.ts';

/** How a request to the thread ended. */
export type ThreadOutcome =
  | { readonly ended: 'reply'; readonly reply: WorkerReply }
  | { readonly ended: 'time' | 'memory'; readonly afterPage: number };

export interface ThreadLimits {
  /** Milliseconds without a word from the thread (it speaks after each page). */
  readonly quietMs: number;
  /** Milliseconds for the whole request. */
  readonly totalMs: number;
}

export interface ParserThread {
  /** Names the file that the thread holds for the next page; null where it holds none. */
  held: object | null;
  ask(request: WorkerRequest, limits: ThreadLimits): Promise<ThreadOutcome>;
  close(): Promise<void>;
}

interface ThreadOptions {
  /** The bundle of `parser-worker.ts`, PDFium's program, and the memory that each may use. */
  readonly workerFile: string;
  readonly wasm: string;
  readonly heapMegabytes: number;
  readonly engineBytes: number;
}

/**
 * A thread of parsers, started at its first request. Whatever it computes, it is ended when it says
 * nothing for too long: timers of the thread itself would not run while a parser never awaits.
 * After an end the next request starts a new one.
 */
export function parserThread(options: ThreadOptions): ParserThread {
  let worker: Worker | null = null;
  const thread: ParserThread = { held: null, ask, close };
  return thread;

  async function ask(request: WorkerRequest, limits: ThreadLimits): Promise<ThreadOutcome> {
    worker ??= start(options);
    const outcome = await exchange(worker, request, limits);
    if (needsNewThread(outcome, options)) await close();
    return outcome;
  }

  async function close(): Promise<void> {
    const ending = worker;
    worker = null;
    thread.held = null;
    await ending?.terminate();
  }
}

function start({ workerFile, wasm, heapMegabytes, engineBytes }: ThreadOptions): Worker {
  const worker = new Worker(workerFile, {
    workerData: { wasm, engineBytes },
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
    // What a parser prints about a file is nobody's concern; a refusal says what was wrong.
    stdout: true,
    stderr: true,
  });
  // An error between two requests must not end the process; the next request starts anew.
  worker.on('error', () => undefined);
  // A thread that waits keeps no process alive.
  worker.unref();
  return worker;
}

function exchange(
  worker: Worker,
  request: WorkerRequest,
  limits: ThreadLimits,
): Promise<ThreadOutcome> {
  return new Promise((resolve) => {
    let afterPage = 0;
    const settle = (outcome: ThreadOutcome): void => {
      clearTimeout(quiet);
      clearTimeout(total);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      worker.unref();
      resolve(outcome);
    };
    const expire = () => settle({ ended: 'time', afterPage });
    const onMessage = (reply: WorkerReply): void => {
      if (reply.what !== 'page') return settle({ ended: 'reply', reply });
      afterPage = reply.page;
      clearTimeout(quiet);
      quiet = setTimeout(expire, limits.quietMs);
    };
    const onError = (error: unknown) => settle(crashed(error, afterPage));
    const onExit = () => settle({ ended: 'memory', afterPage });
    let quiet = setTimeout(expire, limits.quietMs);
    const total = setTimeout(expire, limits.totalMs);
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.ref();
    const { bytes } = request;
    if (bytes === undefined) worker.postMessage(request, []);
    else {
      // A copy of its own: a view would drag along the whole buffer that it looks at.
      const copy = Uint8Array.from(bytes);
      worker.postMessage({ ...request, bytes: copy }, [copy.buffer]);
    }
  });
}

function crashed(error: unknown, afterPage: number): ThreadOutcome {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') return { ended: 'memory', afterPage };
  const message = error instanceof Error ? error.message : String(error);
  return { ended: 'reply', reply: { what: 'failed', message } };
}

/** Memory of WebAssembly never shrinks, and an engine that has aborted serves nobody again. */
function needsNewThread(outcome: ThreadOutcome, { engineBytes }: ThreadOptions): boolean {
  if (outcome.ended !== 'reply' || outcome.reply.what === 'failed') return true;
  return 'memory' in outcome.reply && outcome.reply.memory > engineBytes / 4;
}
