const FENCED = /^\s*```(?:json)?\s*\n([\s\S]*?)\n?```\s*$/;

/** Models wrap JSON in a code fence now and then; the prompt asks for the object alone. */
export function withoutFence(text: string): string {
  return FENCED.exec(text)?.[1] ?? text;
}
