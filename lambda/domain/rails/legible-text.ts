/** What a screen does not show (Unicode, Default_Ignorable_Code_Point), but emoji's own selectors. */
const INVISIBLE = /(?![\ufe0e\ufe0f])\p{Default_Ignorable_Code_Point}/gu;
/** Six or more single letters with one blank between them: a word written apart. */
const SPACED = /(?<![\p{L}\p{N}])(?:[\p{L}\p{N}] ){5,200}[\p{L}\p{N}](?![\p{L}\p{N}])/gu;

/**
 * The text as a model reads it: compatibility forms folded (NFKC, UAX #15), invisible characters
 * left out, words that were written apart closed up.
 */
export function legible(text: string): string {
  const shown = text.normalize('NFKC').replace(INVISIBLE, '');
  return shown.replace(SPACED, (word) => word.replaceAll(' ', ''));
}

/** Whether words stand there letter by letter. */
export function isSpacedOut(text: string): boolean {
  return text.search(SPACED) >= 0;
}
