import { certainAttacks } from './certain-attacks.ts';

/** What stands where an order stood: the rest of the passage reads on. */
export const NEUTRALISED = '[an instruction stood here and was left out]';

/**
 * Whether a sentence of a passage is nothing that a document says: what was left out, or what is
 * certainly forged. Passages of a prompt were neutralised before; this asks no model.
 */
export function isNoMatter(sentence: string): boolean {
  return sentence.includes(NEUTRALISED) || certainAttacks(sentence, 'passage').length > 0;
}
