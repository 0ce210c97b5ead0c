import type { TokenUsage } from '../document/document.ts';

export type PromptTask = 'answer-question' | 'classify-document' | 'extract-fields';

/** A model reads `prompt`; the local extractive reader, which is not an LLM, reads `variables`. */
export interface LanguageModelRequest {
  readonly tenant: string;
  readonly task: PromptTask;
  readonly prompt: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly maxOutputTokens: number;
}
export interface LanguageModelReply {
  /** JSON text in the shape that the prompt's task demands. */
  readonly text: string;
  readonly model: string;
  readonly usage: TokenUsage;
  readonly stopReason: 'end' | 'max-tokens' | 'filtered';
  readonly fallback: 'none' | 'other-model' | 'extractive';
}
