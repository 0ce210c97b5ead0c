const FENCED = /^\s*```(?:json)?\s*\n([\s\S]*?)\n?```\s*$/;

/** Models wrap JSON in a code fence now and then; the prompt asks for the object alone. */
export function withoutFence(text: string): string {
  return FENCED.exec(text)?.[1] ?? text;
}

/** By the product's estimate one token is 0.75 words; exact counts come with each reply. */
export function estimateTokens(text: string): number {
  const words = text.match(/\S+/g)?.length ?? 0;
  return Math.ceil(words / 0.75);
}
