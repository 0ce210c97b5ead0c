import type { Command } from 'commander';
import { type ReaderChoice, readerFrom } from '../local/reader.ts';
import type { CliContext } from './main.ts';

/** Flags of every command that may ask a language model. */
export interface ReaderFlags {
  readonly model?: string;
  readonly modelUrl?: string;
  readonly apiKeyEnv?: string;
}

export function addReaderOptions(command: Command): Command {
  return command
    .option('--model <id>', 'a real language model: a Bedrock model id, or one of --model-url')
    .option('--model-url <url>', 'an OpenAI-compatible URL (Ollama, vLLM) that serves --model')
    .option('--api-key-env <name>', 'the environment variable that holds the key of --model-url');
}

/** @throws InvalidInputError */
export function readerOf(flags: ReaderFlags, { environment }: CliContext): ReaderChoice {
  return readerFrom(flags, environment);
}
