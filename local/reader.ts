import { InvalidInputError } from '../lambda/errors.ts';

/** Who reads for the LLMOps side: the extractive reader (not a language model) unless named. */
export type ReaderChoice =
  | { readonly kind: 'extractive' }
  | { readonly kind: 'bedrock'; readonly model: string }
  | { readonly kind: 'openai'; readonly model: string; readonly url: string };

/** From the flags `--model` and `--model-url`. @throws InvalidInputError */
export function readerFrom(flags: {
  readonly model?: string;
  readonly modelUrl?: string;
}): ReaderChoice {
  if (flags.modelUrl !== undefined) {
    if (flags.model === undefined) {
      throw new InvalidInputError('--model-url needs the name of a model; add --model NAME');
    }
    if (!URL.canParse(flags.modelUrl)) {
      throw new InvalidInputError(
        `--model-url must be a URL such as http://localhost:11434/v1, got "${flags.modelUrl}"`,
      );
    }
    return { kind: 'openai', model: flags.model, url: flags.modelUrl };
  }
  if (flags.model !== undefined) return { kind: 'bedrock', model: flags.model };
  return { kind: 'extractive' };
}
