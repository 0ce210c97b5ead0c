import { writeSync } from 'node:fs';

const SIGNALS = { SIGINT: 130, SIGTERM: 143 } as const;
const SHOW_CURSOR = '\u001B[?25h';

/**
 * While `work` runs, Ctrl-C ends the process with a line that says what stays and the exit code of
 * the signal. Work is kept step by step, so that leaving at any moment loses nothing.
 */
export async function leaveWhenInterrupted<T>(message: string, work: () => Promise<T>): Promise<T> {
  const listeners = Object.entries(SIGNALS).map(([signal, code]) => {
    const listener = () => {
      // The progress bar hides the cursor and holds back what is written to the streams.
      if (process.stdout.isTTY) writeSync(1, `${SHOW_CURSOR}\n`);
      writeSync(2, `${message}\n`);
      process.exit(code);
    };
    process.once(signal, listener);
    return { signal, listener };
  });
  try {
    return await work();
  } finally {
    for (const { signal, listener } of listeners) process.removeListener(signal, listener);
  }
}

/** Resolves at the first Ctrl-C or termination; the second one kills as usual. */
export async function untilInterrupted(): Promise<void> {
  await new Promise<void>((resolve) => {
    for (const signal of Object.keys(SIGNALS)) process.once(signal, resolve);
  });
}
