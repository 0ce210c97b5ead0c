import { Listr } from 'listr2';
import type { Progress } from '../local/run/progress.ts';

const BAR_CELLS = 20;
/** Without a terminal a line a stage is enough, and one every so often for the long ones. */
const PLAIN_EVERY_MS = 10_000;

/** Progress bars with counts and remaining time; plain lines where there is no terminal. */
export function terminalProgress(stream: NodeJS.WriteStream = process.stdout): Progress {
  return stream.isTTY ? barProgress() : plainProgress((line) => stream.write(`${line}\n`));
}

type Work<T> = (tick: (count?: number) => void) => Promise<T>;

function barProgress(): Progress {
  return {
    async stage<T>(title: string, total: number | null, work: Work<T>): Promise<T> {
      const results: T[] = [];
      await new Listr(
        [
          {
            title,
            task: async (_context, task) => {
              const startedMs = performance.now();
              let done = 0;
              const tick = (count = 1) => {
                done += count;
                task.title = `${title}  ${bar(done, total)} ${counts(done, total)}${remaining(done, total, startedMs)}`;
              };
              results.push(await work(tick));
              task.title = `${title}  ${counts(done, total)} · ${seconds(performance.now() - startedMs)}`;
            },
          },
        ],
        // Leaving is the command's: listr would end with 127 and say nothing.
        { rendererOptions: { collapseErrors: false }, registerSignalListeners: false },
      ).run();
      for (const result of results) return result;
      throw new Error(`stage "${title}" ended without a result`);
    },
    note: (line) => console.log(line),
  };
}

function plainProgress(write: (line: string) => void): Progress {
  return {
    async stage(title, total, work) {
      const startedMs = performance.now();
      let done = 0;
      let lastMs = startedMs;
      const value = await work((count = 1) => {
        done += count;
        if (performance.now() - lastMs < PLAIN_EVERY_MS) return;
        lastMs = performance.now();
        write(`${title}: ${counts(done, total)}${remaining(done, total, startedMs)}`);
      });
      write(`${title}: ${counts(done, total)}, ${seconds(performance.now() - startedMs)}`);
      return value;
    },
    note: write,
  };
}

function bar(done: number, total: number | null): string {
  if (total === null || total === 0) return '';
  const cells = Math.min(BAR_CELLS, Math.round((done / total) * BAR_CELLS));
  return '█'.repeat(cells) + '░'.repeat(BAR_CELLS - cells);
}

function counts(done: number, total: number | null): string {
  if (total === null) return done === 0 ? 'done' : String(done);
  return `${done}/${total}`;
}

function remaining(done: number, total: number | null, startedMs: number): string {
  if (total === null || done === 0 || done >= total) return '';
  return ` · ${seconds(((performance.now() - startedMs) / done) * (total - done))} left`;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1_000).toFixed(1)} s`;
}
