import { InvalidInputError } from '../lambda/errors.ts';

/** Who reads for the LLMOps side: the extractive reader (not a language model) unless named. */
export type ReaderChoice =
  | { readonly kind: 'extractive' }
  | { readonly kind: 'bedrock'; readonly model: string }
  | {
      readonly kind: 'openai';
      readonly model: string;
      readonly url: string;
      /** Never stored, printed or hashed. */
      readonly apiKey?: string;
    };

/** What a choice is called where results are told apart: another key is the same reader. */
export function readerName(choice: ReaderChoice): object {
  if (choice.kind !== 'openai') return choice;
  const { kind, model, url } = choice;
  return { kind, model, url };
}

/**
 * From the flags `--model`, `--model-url` and `--api-key-env`; the key itself is never an argument,
 * which others on the machine could read.
 * @throws InvalidInputError
 */
export function readerFrom(
  flags: { readonly model?: string; readonly modelUrl?: string; readonly apiKeyEnv?: string },
  environment: Readonly<Record<string, string | undefined>> = {},
): ReaderChoice {
  const { model, modelUrl: url, apiKeyEnv } = flags;
  if (url === undefined) {
    if (apiKeyEnv !== undefined) {
      throw new InvalidInputError(
        '--api-key-env is for a server that --model-url names; add --model-url URL, or leave it out',
      );
    }
    return model === undefined ? { kind: 'extractive' } : { kind: 'bedrock', model };
  }
  if (model === undefined) {
    throw new InvalidInputError('--model-url needs the name of a model; add --model NAME');
  }
  if (!URL.canParse(url)) {
    throw new InvalidInputError(
      `--model-url must be a URL such as http://localhost:11434/v1, got "${url}"`,
    );
  }
  if (apiKeyEnv === undefined) return { kind: 'openai', model, url };
  const apiKey = environment[apiKeyEnv];
  if (apiKey === undefined || apiKey.trim() === '') {
    throw new InvalidInputError(
      `--api-key-env must name an environment variable that holds a key, ${apiKeyEnv} is not set; ` +
        `set it: export ${apiKeyEnv}=…`,
    );
  }
  return { kind: 'openai', model, url, apiKey };
}
