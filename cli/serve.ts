import { resolve } from 'node:path';
import type { Command } from 'commander';
import { readerFrom } from '../local/reader.ts';
import type { CliContext } from './main.ts';
import { untilInterrupted } from './interruption.ts';
import { FIRST_PORT, parsePort } from './options.ts';

/** `strata serve`: the console on what the last run left. */
export function addServe(program: Command, context: CliContext): void {
  program
    .command('serve')
    .description('serve the console on what the last run left')
    .option('--port <n>', 'first port to try, loopback only', parsePort, FIRST_PORT)
    .option('--model <id>', 'a real language model: a Bedrock model id, or one of --model-url')
    .option('--model-url <url>', 'an OpenAI-compatible URL (Ollama, vLLM) that serves --model')
    .action(async (flags: { port: number; model?: string; modelUrl?: string }) => {
      await context.buildConsole();
      const { startServer } = await import('../local/server.ts');
      const server = await startServer({
        program: context,
        stateDirectory: resolve('.strata'),
        firstPort: flags.port,
        reader: readerFrom(flags),
      });
      console.log(`Console: ${server.url}  (Ctrl-C stops it)`);
      await untilInterrupted();
      await server.close();
    });
}
