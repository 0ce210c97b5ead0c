import type { ModelCatalogue } from '../config/schema.ts';
import type { LanguageModel } from '../lambda/ports.ts';
import { extractiveLanguageModel } from './adapters/language-model.ts';
import type { ReaderChoice } from './reader.ts';

/**
 * The reader that the user chose. A real language model's client is loaded only when one is named:
 * nothing else on the laptop needs an SDK.
 */
export async function openLanguageModel(
  choice: ReaderChoice,
  catalogue: ModelCatalogue,
  region: string,
): Promise<LanguageModel> {
  switch (choice.kind) {
    case 'extractive':
      return extractiveLanguageModel();
    case 'openai': {
      const { openAiLanguageModel } = await import('../lambda/adapters/language-model-openai.ts');
      return openAiLanguageModel({ url: choice.url, model: choice.model });
    }
    case 'bedrock': {
      const { bedrockLanguageModel } = await import('../lambda/adapters/language-model.ts');
      return bedrockLanguageModel({
        model: { id: choice.model },
        fallback: { id: catalogue.fallback.id },
        client: { region },
      });
    }
  }
}
