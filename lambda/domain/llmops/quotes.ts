import type { CharacterRange } from '../document/document.ts';

/**
 * Where a quote stands in a text: exactly, else with any white space between its words. Null where it
 * does not stand there. Models join lines when they quote; they must not change words.
 */
export function findQuote(text: string, quote: string): CharacterRange | null {
  const wanted = quote.trim();
  if (wanted === '') return null;
  const exact = text.indexOf(wanted);
  if (exact >= 0) return [exact, exact + wanted.length];
  const pattern = wanted.split(/\s+/).map(escaped).join('\\s+');
  const match = new RegExp(pattern, 'u').exec(text);
  return match === null ? null : [match.index, match.index + match[0].length];
}

function escaped(word: string): string {
  // Only these: the `u` flag refuses a backslash before any other character.
  return word.replace(/[\\^$.*+?()[\]{}|/]/g, (character) => `\\${character}`);
}
